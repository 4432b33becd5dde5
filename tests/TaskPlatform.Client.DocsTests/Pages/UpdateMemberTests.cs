using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class UpdateMemberTests : PageTest
{
    [Fact]
    public async Task Lists_take_any_sequence_and_replace_the_old_one()
    {
        FakeTask task = AddTranslate();
        Guid kept = Platform.AddTag("kept", "task");
        Guid added = Platform.AddTag("added", "task");
        Guid candidate = Platform.AddTag("candidate");

        await UpdateListsAsync(Client, task.Id, [kept], added, candidate);

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be($$"""{"tags":["{{kept}}","{{added}}"],"revision_tags":["{{candidate}}"]}""");
    }

    [Fact]
    public async Task Sends_keys_it_has_no_member_for()
    {
        FakeTask task = AddTranslate();

        await UpdateFurtherAsync(Client, task.Id);

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be("""{"annotation":"tried on Monday","priority":"high"}""");
    }

    [Theory]
    [InlineData(FakeMoment.AfterExecution, 1)]
    [InlineData(FakeMoment.BeforeExecution, 0)]
    public async Task Looks_for_the_revision_of_an_update_whose_answer_was_lost(FakeMoment moment, int expected)
    {
        FakeTask task = Platform.AddTask("Translate");
        Platform.RespondNext(FakeOperation.UpdateTask, HttpStatusCode.BadGateway, at: moment);

        IReadOnlyList<TaskRevision> made = await UpdateAndLookAsync(Client, task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        made.Should().HaveCount(expected);
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle();
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_before_anything_is_sent()
    {
        FakeTask task = AddTranslate();
        Guid revision = task.Revisions[0].Id;
        UpdateTaskRequest[] wrong =
        [
            new(),
            new() { Name = "Überschrift" },
            new() { Name = new string('a', 64) },
            new() { Annotation = new string('a', 256) },
            new() { ActiveRevisions = [new(revision, 0.5)] },
            new() { ActiveRevisions = [new(revision, 1.5), new(Guid.NewGuid(), -0.5)] },
            new() { ActiveRevisions = [new(revision, 0.5), new(revision, 0.5)] },
            new() { AdditionalFields = new JsonObject { ["annotation"] = "twice" } },
        ];

        foreach (UpdateTaskRequest request in wrong)
        {
            Func<Task> update = () => Client.Tasks.UpdateAsync(task.Id, request);
            await update.Should().ThrowAsync<ArgumentException>();
        }

        Action noList = () => _ = new UpdateTaskRequest { InputProcessors = null };
        noList.Should().Throw<ArgumentNullException>();
        Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Limits_are_the_platforms_own_when_the_checks_are_off()
    {
        FakeTask task = AddTranslate();
        using TaskPlatformClient client = Platform.CreateClient(options => options.ValidateRequests = false);

        Func<Task> tooLong = () => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Annotation = new string('a', 256) });
        Func<Task> nothing = () => client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest());

        await tooLong.Should().ThrowAsync<TaskPlatformValidationException>();
        await nothing.Should().ThrowAsync<ArgumentException>();
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle();
    }

    [Fact]
    public async Task A_name_changes_in_place_and_a_prompt_makes_a_revision()
    {
        FakeTask task = AddTranslate();

        TaskUpdateResult named = await Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Name = "Translate well" }, TestContext.Current.CancellationToken);
        TaskUpdateResult prompted = await Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief.", Annotation = "shorter" }, TestContext.Current.CancellationToken);

        (named.NewRevisionId, named.NewRevisionCreated, named.Task.Name).Should().Be((null, false, "Translate well"));
        (prompted.NewRevisionId, prompted.NewRevisionCreated).Should().Be((task.Revisions[1].Id, true));
        task.Revisions[1].IsActive.Should().BeFalse();
    }

    private static async Task UpdateListsAsync(TaskPlatformClient client, Guid taskId, IReadOnlyList<Guid> kept, Guid added, Guid candidate)
    {
        // docs: update-lists
        IEnumerable<ResourceId> tags = kept.Append(added).Select(id => (ResourceId)id);

        await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            Tags = OptionalList.From(tags),     // any sequence; the items are copied now
            RevisionTags = [candidate],         // a Guid or a text becomes a ResourceId
        });

        // docs: end
    }

    private static async Task UpdateFurtherAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: update-further
        await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            Annotation = "tried on Monday",
            AdditionalFields = new JsonObject { ["priority"] = "high" },     // sent as given, after all others
        });

        // docs: end
    }

    private static async Task<IReadOnlyList<TaskRevision>> UpdateAndLookAsync(TaskPlatformClient client, Guid taskId, UpdateTaskRequest request)
    {
        // docs: update-lost
        IReadOnlyList<TaskRevision> made = [];
        IReadOnlyList<TaskRevision> before = (await client.Tasks.GetAsync(taskId)).Revisions;
        try
        {
            await client.Tasks.UpdateAsync(taskId, request);
        }
        catch (TaskPlatformException exception) when (exception.OutcomeUnknown)
        {
            // A revision may have been made: look before you send the update again.
            TaskDefinition task = await client.Tasks.GetAsync(taskId);
            made = [.. task.Revisions.ExceptBy(before.Select(revision => revision.Id), revision => revision.Id)];
        }

        // docs: end
        return made;
    }
}
