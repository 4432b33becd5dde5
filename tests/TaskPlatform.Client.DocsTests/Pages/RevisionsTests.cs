using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RevisionsTests : PageTest
{
    [Fact]
    public async Task Activates_and_splits_traffic()
    {
        FakeTask task = AddTranslate();
        Guid before = task.Revisions[0].Id;
        Guid changed = task.AddRevision().Id;

        await GoLiveAsync(Client, task.Id, before, changed);

        task.Revisions.Select(revision => revision.Weight).Should().Equal(0.9, 0.1);
        Platform.RequestsFor(FakeOperation.UpdateTask).Select(request => request.Text).Should().Equal(
            $$"""{"active_revisions":[{"task_revision_id":"{{changed}}","weight":1}]}""",
            $$"""{"active_revisions":[{"task_revision_id":"{{before}}","weight":0.9},{"task_revision_id":"{{changed}}","weight":0.1}]}""");
    }

    [Fact]
    public async Task Sets_the_traffic_back_as_it_was()
    {
        FakeTask task = AddTranslate();
        Guid[] live = [task.Revisions[0].Id, task.AddRevision().Id];
        await SplitAsync(Client, task.Id, new(live[0], 0.75), new(live[1], 0.25));

        await RollBackAsync(Client, task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        task.Revisions.Select(revision => revision.Weight).Should().Equal(0.75, 0.25, null);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Rolls_out_step_by_step_and_back_when_it_is_worse(int worse, bool stays)
    {
        FakeTask task = Platform.AddTask("Answer");
        task.AddRevision();
        (Guid stable, Guid candidate) = (task.Revisions[0].Id, task.Revisions[1].Id);
        task.Respond(run => new JsonObject { ["good"] = run.RevisionId == stable || worse == 0 });

        bool stayed = await RollOutAsync(
            Client.Tasks,
            task.Id,
            stable,
            candidate,
            () => RunOftenAsync(Client, task.Id),
            run => run.Output.Raw.GetProperty("good").GetBoolean());

        stayed.Should().Be(stays);
        task.Revisions.Select(revision => revision.Weight).Should().Equal(stays ? [null, 1] : [1, null]);
    }

    [Fact]
    public async Task Runs_a_revision_by_its_id_or_its_tag_whatever_the_traffic()
    {
        FakeTask task = AddTranslate();
        Guid candidate = task.AddRevision(revision => revision.Tags.Add("candidate")).Id;

        (TaskRun byId, TaskRun byTag) = await ChooseAsync(Client, task.Id, candidate);

        (byId.RevisionId, byTag.RevisionId).Should().Be((candidate, candidate));
        Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Query).Should().Equal($"?revision_id={candidate}", "?revision_tag=candidate");
    }

    [Fact]
    public async Task A_test_revision_is_run_by_id_and_never_goes_live()
    {
        FakeTask task = Platform.AddTask("Greet");

        (TaskRun run, int shown) = await TryOutAsync(Client, task.Id);

        (run.RevisionId, shown).Should().Be((task.Revisions[1].Id, 2));
        Func<Task> activate = () => ActivateAsync(Client, task.Id, run.RevisionId);
        await activate.Should().ThrowAsync<TaskPlatformValidationException>();
    }

    [Fact]
    public async Task Weights_that_are_no_split_are_refused_before_anything_is_sent()
    {
        FakeTask task = AddTranslate();
        Guid one = task.Revisions[0].Id;
        Guid two = task.AddRevision().Id;

        foreach (ActiveRevision[] wrong in (ActiveRevision[][])[[new(one, 0.5), new(two, 0.4)], [new(one), new(two, 0)], [new(one), new(two)], [new(one, 0.5), new(one, 0.5)], [new(one, 1.5), new(two, -0.5)]])
        {
            bool isSplit = wrong is [{ Weight: 1 }, { Weight: 0 }];
            Func<Task> set = () => SplitAsync(Client, task.Id, wrong);
            _ = isSplit ? await set.Should().NotThrowAsync() : (object)await set.Should().ThrowAsync<ArgumentException>();
        }

        Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle();
    }

    [Fact]
    public async Task No_live_revision_means_no_run_without_a_name()
    {
        FakeTask task = Platform.AddTask("Greet");
        await SplitAsync(Client, task.Id);

        Func<Task> run = () => RunOftenAsync(Client, task.Id);

        (await run.Should().ThrowAsync<TaskPlatformApiException>()).Which.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task GoLiveAsync(TaskPlatformClient client, Guid taskId, Guid before, Guid changed)
    {
        // docs: traffic
        await client.Tasks.ActivateRevisionAsync(taskId, changed);                              // all traffic
        await client.Tasks.SetTrafficAsync(taskId, [new(before, 0.9), new(changed, 0.1)]);      // an A/B test

        // docs: end
    }

    private static async Task RollBackAsync(TaskPlatformClient client, Guid taskId, UpdateTaskRequest request)
    {
        // docs: roll-back
        IReadOnlyList<ActiveRevision> before = (await client.Tasks.GetAsync(taskId)).ActiveRevisions;
        await client.Tasks.UpdateAndActivateAsync(taskId, request);

        await client.Tasks.SetTrafficAsync(taskId, before);     // worse? The traffic as it was, weights included

        // docs: end
    }

    // docs: roll-out
    public static async Task<bool> RollOutAsync(
        TasksClient tasks, Guid taskId, Guid stable, Guid candidate, Func<Task> serveAsync, Func<TaskRun, bool> isGood)
    {
        foreach (double share in (double[])[0.1, 0.5, 1])
        {
            await tasks.SetTrafficAsync(taskId, share < 1 ? [new(stable, 1 - share), new(candidate, share)] : [new(candidate)]);
            await serveAsync();                                             // an hour, a day: until there are enough runs

            (int runs, int bad) = (0, 0);
            await foreach (TaskRun run in tasks.ListRunsAsync(taskId))      // all of the task: the order is not promised
            {
                if (run.RevisionId == candidate)
                {
                    runs++;
                    bad += isGood(run) ? 0 : 1;
                }
            }

            if (bad > 0.05 * runs)
            {
                await tasks.ActivateRevisionAsync(taskId, stable);          // back, in one call
                return false;
            }
        }

        return true;
    }

    // docs: end
    private static async Task<(TaskRun ById, TaskRun ByTag)> ChooseAsync(TaskPlatformClient client, Guid taskId, Guid candidate)
    {
        // docs: choose
        var request = new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } };

        TaskRun byId = await client.Tasks.RunAsync(taskId, request with { RevisionId = candidate });
        TaskRun byTag = await client.Tasks.RunAsync(taskId, request with { RevisionTag = "candidate" });
        Console.WriteLine(byTag.RevisionId);     // which one answered, however it was chosen

        // docs: end
        return (byId, byTag);
    }

    private static async Task<(TaskRun Run, int Shown)> TryOutAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: test-revision
        TaskUpdateResult tried = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest { SystemPrompt = "Be brief.", Test = true });
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { RevisionId = tried.NewRevisionId });
        TaskDefinition task = await client.Tasks.GetAsync(taskId, new GetTaskRequest { IncludeTests = true });

        // docs: end
        return (run, task.Revisions.Count);
    }

    private static Task<TaskUpdateResult> ActivateAsync(TaskPlatformClient client, Guid taskId, Guid revisionId) => client.Tasks.ActivateRevisionAsync(taskId, revisionId);

    private static Task<TaskUpdateResult> SplitAsync(TaskPlatformClient client, Guid taskId, params ActiveRevision[] revisions) => client.Tasks.SetTrafficAsync(taskId, revisions);

    private static async Task RunOftenAsync(TaskPlatformClient client, Guid taskId)
    {
        for (int run = 0; run < 30; run++)
        {
            await client.Tasks.RunAsync(taskId, new RunTaskRequest());
        }
    }
}
