using System.Net;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class ActivationTests : PageTest
{
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
    public async Task An_update_that_made_no_revision_names_none()
    {
        FakeTask task = AddTranslate();
        Platform.EditNext(FakeOperation.UpdateTask, answer =>
        {
            answer.Headers.Remove("X-New-Revision-ID");
            answer.Headers.Remove("X-New-Revision-created");
            answer.Headers.Add("X-New-Revision-created", "false");
        });

        Func<Task> update = () => UpdateAndActivateAsync(Client, task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        RevisionNotActivatedException exception = (await update.Should().ThrowAsync<RevisionNotActivatedException>()).Which;
        (exception.NewRevisionId, exception.TaskUpdate!.NewRevisionCreated, exception.InnerException).Should().Be((null, false, null));
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle();
    }

    [Fact]
    public async Task Without_the_headers_the_one_revision_that_fits_is_found()
    {
        FakeTask task = AddTranslate();
        Platform.EditNext(FakeOperation.UpdateTask, answer =>
        {
            answer.Headers.Remove("X-New-Revision-ID");
            answer.Headers.Remove("X-New-Revision-created");
        });

        await UpdateAndActivateAsync(Client, task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." });

        task.Revisions.Select(revision => revision.Weight).Should().Equal(null, 1);
    }

    [Fact]
    public async Task Cancelled_in_between_the_update_is_not_lost()
    {
        FakeTask task = AddTranslate();
        using var cancellation = new CancellationTokenSource();
        using FakeHold first = Platform.HoldNext(FakeOperation.UpdateTask);
        using FakeHold second = Platform.HoldNext(FakeOperation.UpdateTask);
        Task<TaskUpdateResult> update = Client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { SystemPrompt = "Be brief." }, cancellation.Token);
        await first.Arrived;
        first.Release();
        await second.Arrived;
        await cancellation.CancelAsync();

        TaskPlatformCanceledException canceled = (await ((Func<Task>)(() => update)).Should().ThrowAsync<TaskPlatformCanceledException>()).Which;

        canceled.InnerException.Should().BeOfType<RevisionNotActivatedException>().Which.NewRevisionId.Should().Be(task.Revisions[1].Id);
    }

    [Fact]
    public async Task What_can_not_go_live_is_refused_before_anything_is_sent()
    {
        FakeTask task = AddTranslate();
        UpdateTaskRequest[] wrong =
        [
            new() { Description = "No revision is made of this." },
            new() { SystemPrompt = "Be brief.", Test = true },
            new() { SystemPrompt = "Be brief.", ActiveRevisions = [new ActiveRevision(task.Revisions[0].Id)] },
        ];

        foreach (UpdateTaskRequest request in wrong)
        {
            await ((Func<Task>)(() => UpdateAndActivateAsync(Client, task.Id, request))).Should().ThrowAsync<ArgumentException>();
        }

        Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Changes_an_agent_and_makes_it_live()
    {
        FakeTask task = AddTranslate();
        FakeTaskAgent agent = Platform.AddAgent("Concierge");

        await UpdateAgentAsync(Client, agent.Id, task.Id);

        agent.ActiveRevisionId.Should().Be(agent.Revisions[1].Id);
        Platform.RequestsFor(FakeOperation.UpdateAgent)[1].Text.Should().Be($$"""{"active_revision_id":"{{agent.Revisions[1].Id}}"}""");
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
