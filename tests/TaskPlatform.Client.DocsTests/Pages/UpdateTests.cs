using System.Net;
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

    [Fact]
    public async Task Activates_and_splits_traffic()
    {
        FakeTask task = AddTranslate();
        Guid before = task.Revisions[0].Id;
        Guid changed = task.AddRevision().Id;

        await GoLiveAsync(Client, task.Id, before, changed);

        task.Revisions.Select(revision => revision.Weight).Should().Equal(0.9, 0.1);
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().HaveCount(2);
    }

    [Fact]
    public async Task Updates_and_activates_in_one_call()
    {
        FakeTask task = AddTranslate();

        await UpdateAndActivateAsync(Client, task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        task.Revisions.Select(revision => revision.Weight).Should().Equal(null, 1);
    }

    [Fact]
    public async Task Activates_later_what_could_not_be_activated_at_once()
    {
        FakeTask task = AddTranslate();
        Platform.EditNext(FakeOperation.UpdateTask, _ => { });
        Platform.RespondNext(FakeOperation.UpdateTask, HttpStatusCode.InternalServerError);

        await UpdateAndActivateAsync(Client, task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        task.Revisions.Select(revision => revision.Weight).Should().Equal(null, 1);
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().HaveCount(3);
    }

    [Fact]
    public async Task Changes_an_agent()
    {
        FakeTask task = AddTranslate();
        FakeTaskAgent agent = Platform.AddAgent("Concierge", definition => definition.TaskTools.Add(Platform.AddTask("Greet")));

        await UpdateAgentAsync(Client, agent.Id, task.Id);

        agent.Revisions.Should().HaveCount(2);
        agent.ActiveRevisionId.Should().Be(agent.Revisions[1].Id);
        Platform.RequestsFor(FakeOperation.UpdateAgent).Select(request => request.Text).Should().Equal(
            $$"""{"instruction":"Help the guests, in their own language.","task_tools":[{"task_id":"{{task.Id}}","revision_strategy":"follow_active"}],"skills":[],"max_turns":null}""",
            $$"""{"active_revision_id":"{{agent.Revisions[1].Id}}"}""");
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

    private static async Task GoLiveAsync(TaskPlatformClient client, Guid taskId, Guid before, Guid changed)
    {
        // docs: traffic
        await client.Tasks.ActivateRevisionAsync(taskId, changed);                              // all traffic
        await client.Tasks.SetTrafficAsync(taskId, [new(before, 0.9), new(changed, 0.1)]);      // an A/B test

        // docs: end
    }

    private static async Task UpdateAndActivateAsync(TaskPlatformClient client, Guid taskId, UpdateTaskRequest request)
    {
        // docs: update-and-activate
        try
        {
            await client.Tasks.UpdateAndActivateAsync(taskId, request);
        }
        catch (RevisionNotActivatedException exception) when (exception.NewRevisionId is { } revisionId)
        {
            // The update is done: repeating it would make another revision. Only the activation is missing.
            await client.Tasks.ActivateRevisionAsync(taskId, revisionId);
        }

        // docs: end
    }

    private static async Task UpdateAgentAsync(TaskPlatformClient client, Guid agentId, Guid taskId)
    {
        // docs: agent
        TaskAgentUpdateResult agent = await client.Agents.UpdateAndActivateAsync(agentId, new UpdateTaskAgentRequest
        {
            Instruction = "Help the guests, in their own language.",
            TaskTools = [new TaskToolInput { TaskId = taskId, RevisionStrategy = RevisionStrategy.FollowActive }],
            Skills = [],
            MaxTurns = null,     // no limit: not the same as leaving it out
        });

        // docs: end
        agent.Agent.ActiveRevision!.Id.Should().Be(agent.NewRevisionId!.Value);
    }
}
