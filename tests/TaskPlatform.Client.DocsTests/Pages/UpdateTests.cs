using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class UpdateTests : PageTest
{
    [Theory]
    [InlineData("Translates", ""","description":"Translates"}""")]
    [InlineData(null, "}")]
    public async Task Sends_values_nulls_and_empty_lists_and_leaves_out_the_rest(string? description, string end)
    {
        FakeTask task = AddTranslate();

        TaskUpdateResult updated = await UpdateAsync(Client, task.Id, description);

        updated.NewRevisionId.Should().Be(task.Revisions[1].Id);
        JsonObject expected = JsonNode.Parse(
            """{"user_prompt":"Translate {text} into {language}","annotation":null,"revision_tags":[],"llm_config":{"temperature":0.2}""" + end)!.AsObject();
        JsonNode.DeepEquals(Platform.RequestsFor(FakeOperation.UpdateTask)[0].ReadJson(), expected).Should().BeTrue();
    }

    [Fact]
    public async Task The_trap_in_the_table_is_one()
    {
        FakeTask task = AddTranslate();
        bool condition = task.Runs.Count > 0;

        await Client.Tasks.UpdateAsync(
            task.Id,
            new UpdateTaskRequest { Annotation = condition ? "x" : default, Description = condition ? "x" : Optional.Unset },
            TestContext.Current.CancellationToken);

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be("""{"annotation":null}""");
    }

    private static async Task<TaskUpdateResult> UpdateAsync(TaskPlatformClient client, Guid taskId, string? description)
    {
        // docs: partial-update
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            UserPrompt = "Translate {text} into {language}",               // sent
            Annotation = null,                                             // sent as null
            RevisionTags = [],                                             // sent as []
            LlmConfig = new JsonObject { ["temperature"] = 0.2 },
            Description = description is null ? Optional.Unset : description,
        });                                                                // everything else: left out

        Guid? newRevision = updated.NewRevisionId;                         // exists, but is not live yet

        // docs: end
        newRevision.Should().NotBeNull();
        return updated;
    }
}
