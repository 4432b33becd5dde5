using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Activation of tasks: the bodies the server receives, and what becomes of an update whose revision is not made live.</summary>
public sealed class ActivationTests
{
    private static readonly UpdateTaskRequest Change = new() { UserPrompt = "PROMPT-MARKER {text}" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Activating_sends_the_revision_alone_with_all_traffic()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        FakeTaskRevision revision = live.Task.AddRevision();

        TaskUpdateResult result = await live.Client.Tasks.ActivateRevisionAsync(live.Task.Id, revision.Id, Token);

        Update(live).Single().Text.Should().Be($$"""{"active_revisions":[{"task_revision_id":"{{revision.Id}}","weight":1}]}""");
        revision.IsActive.Should().BeTrue();
        result.NewRevisionCreated.Should().BeFalse();
        result.NewRevisionId.Should().BeNull();
    }

    [Fact]
    public async Task Traffic_is_sent_as_it_is_given()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        (Guid first, Guid second) = (live.Task.Revisions[0].Id, live.Task.AddRevision().Id);

        await live.Client.Tasks.SetTrafficAsync(live.Task.Id, [new(first, 0.9), new(second, 0.1)], Token);

        Update(live).Single().Text.Should().Be(
            $$"""{"active_revisions":[{"task_revision_id":"{{first}}","weight":0.9},{"task_revision_id":"{{second}}","weight":0.1}]}""");
        live.Task.Revisions.Select(revision => revision.Weight).Should().Equal(0.9, 0.1);
    }

    [Fact]
    public async Task No_traffic_at_all_is_an_empty_list()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Client.Tasks.SetTrafficAsync(live.Task.Id, [], Token);

        Update(live).Single().Text.Should().Be("""{"active_revisions":[]}""");
    }

    [Fact]
    public async Task Updating_and_activating_makes_the_revision_live_that_the_header_names()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskUpdateResult result = await live.Client.Tasks.UpdateAndActivateAsync(live.Task.Id, Change, Token);

        FakeTaskRevision made = live.Task.Revisions[^1];
        Update(live).Select(request => request.Text).Should().Equal(
            """{"user_prompt":"PROMPT-MARKER {text}"}""",
            $$"""{"active_revisions":[{"task_revision_id":"{{made.Id}}","weight":1}]}""");
        made.IsActive.Should().BeTrue();
        result.NewRevisionId.Should().Be(made.Id);
        result.NewRevisionCreated.Should().BeTrue();
        result.Task.ActiveRevisions.Select(active => active.TaskRevisionId).Should().Equal(made.Id);
    }

    [Theory]
    [InlineData("x-new-revision-id", "x-new-revision-created", "TRUE")]
    [InlineData("X-NEW-REVISION-ID", "X-NEW-REVISION-CREATED", "True")]
    public async Task Header_names_and_words_are_read_in_any_case(string id, string created, string word)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateTask, answer =>
        {
            Remove(answer);
            answer.Headers.Add(id, live.Task.Revisions[^1].Id.ToString().ToUpperInvariant());
            answer.Headers.Add(created, word);
        });

        TaskUpdateResult result = await live.Client.Tasks.UpdateAsync(live.Task.Id, Change, Token);

        result.NewRevisionId.Should().Be(live.Task.Revisions[^1].Id);
        result.NewRevisionCreated.Should().BeTrue();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("not-an-id", "perhaps")]
    [InlineData("17", "1")]
    [InlineData("{0195d207-32bb-d03d-cfdc-7ee4d2f9e1a}", "yes")]
    public async Task Headers_that_make_no_sense_are_unknown(string id, string created)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateTask, answer =>
        {
            Remove(answer);
            answer.Headers.TryAddWithoutValidation("X-New-Revision-ID", id);
            answer.Headers.TryAddWithoutValidation("X-New-Revision-created", created);
        });

        TaskUpdateResult result = await live.Client.Tasks.UpdateAsync(live.Task.Id, Change, Token);

        result.NewRevisionId.Should().BeNull();
        result.NewRevisionCreated.Should().BeNull();
    }

    [Fact]
    public async Task Without_the_headers_the_one_new_revision_is_found()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Task.AddRevision(revision => revision.UserPrompt = Change.UserPrompt.Value);
        live.Platform.EditNext(FakeOperation.UpdateTask, Remove);

        TaskUpdateResult result = await live.Client.Tasks.UpdateAndActivateAsync(live.Task.Id, Change, Token);

        live.Task.Revisions.Should().HaveCount(3);
        live.Task.Revisions[^1].IsActive.Should().BeTrue();
        result.NewRevisionId.Should().Be(live.Task.Revisions[^1].Id);
        result.NewRevisionCreated.Should().BeNull("the platform did not say");
    }

    [Fact]
    public async Task Two_revisions_that_could_be_it_are_not_guessed_between()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateTask, answer =>
        {
            Remove(answer);
            live.Task.AddRevision(revision => revision.UserPrompt = Change.UserPrompt.Value);
            answer.Content = new StringContent(live.Task.ToJson().ToJsonString());
        });

        RevisionNotActivatedException failure = await FailAsync(live);

        failure.NewRevisionId.Should().BeNull();
        failure.TaskUpdate!.Task.Revisions.Should().HaveCount(3);
        failure.AgentUpdate.Should().BeNull();
        failure.ToString().Should().NotContain("MARKER");
        Update(live).Should().ContainSingle("nothing is activated");
    }

    [Fact]
    public async Task An_update_that_made_no_revision_activates_nothing_and_says_so()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateTask, answer =>
        {
            Remove(answer);
            answer.Headers.Add("X-New-Revision-created", "false");
        });

        RevisionNotActivatedException failure = await FailAsync(live);

        failure.Message.Should().Contain("X-New-Revision-created: false");
        failure.NewRevisionId.Should().BeNull();
        failure.TaskUpdate!.NewRevisionCreated.Should().BeFalse();
        failure.OutcomeUnknown.Should().BeFalse();
        failure.TaskId.Should().Be(live.Task.Id);
        failure.Attempts.Should().ContainSingle();
        failure.SentAt.Should().NotBeNull();
        Update(live).Should().ContainSingle();
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(422, false)]
    public async Task An_activation_that_fails_keeps_the_update_and_its_revision(int status, bool outcomeUnknown)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateTask, _ => { });
        live.Answer(FakeOperation.UpdateTask, status, """{"detail":"No."}""");

        RevisionNotActivatedException failure = await FailAsync(live);

        Guid made = live.Task.Revisions[^1].Id;
        failure.NewRevisionId.Should().Be(made);
        failure.TaskUpdate!.NewRevisionId.Should().Be(made);
        failure.TaskUpdate.Task.Revisions.Should().Contain(revision => revision.Id == made);
        failure.InnerException.Should().BeAssignableTo<TaskPlatformApiException>().Which.StatusCode.Should().Be((HttpStatusCode)status);
        failure.OutcomeUnknown.Should().Be(outcomeUnknown);
        failure.Message.Should().Contain(made.ToString());
        failure.ToString().Should().NotContain("MARKER");
        live.Task.Revisions[0].IsActive.Should().BeTrue();
    }

    [Fact]
    public async Task An_update_that_fails_is_its_own_exception()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.UpdateTask, 422, """{"detail":"No."}""");

        await ConnectedClient.ThrownAsync<TaskPlatformValidationException>(() => live.Client.Tasks.UpdateAndActivateAsync(live.Task.Id, Change, Token));

        Update(live).Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_who_cancels_the_activation_still_gets_the_update()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        using var cancellation = new CancellationTokenSource();
        live.Platform.EditNext(FakeOperation.UpdateTask, _ => { });
        using FakeHold passing = live.Platform.HoldNext(FakeOperation.UpdateTask);
        using FakeHold hold = live.Platform.HoldNext(FakeOperation.UpdateTask);
        Task<TaskUpdateResult> call = live.Client.Tasks.UpdateAndActivateAsync(live.Task.Id, Change, cancellation.Token);
        passing.Release();
        await hold.Arrived;

        await cancellation.CancelAsync();

        TaskPlatformCanceledException failure = await ConnectedClient.ThrownAsync<TaskPlatformCanceledException>(() => call);
        failure.CancellationToken.Should().Be(cancellation.Token);
        failure.OutcomeUnknown.Should().BeTrue("the activation was handed over");
        failure.InnerException.Should().BeOfType<RevisionNotActivatedException>().Which.NewRevisionId.Should().Be(live.Task.Revisions[^1].Id);
    }

    [Fact]
    public async Task A_client_that_is_disposed_before_the_activation_keeps_the_update()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.UpdateTask, _ => live.Client.Dispose());

        RevisionNotActivatedException failure = await FailAsync(live);

        failure.NewRevisionId.Should().Be(live.Task.Revisions[^1].Id);
        failure.TaskUpdate.Should().NotBeNull();
        failure.TaskId.Should().Be(live.Task.Id);
        failure.InnerException.Should().BeAssignableTo<Exception>();
    }

    internal static void Remove(HttpResponseMessage answer)
    {
        answer.Headers.Remove("X-New-Revision-ID");
        answer.Headers.Remove("X-New-Revision-created");
    }

    private static IReadOnlyList<FakeRequest> Update(ConnectedClient live) => live.Platform.RequestsFor(FakeOperation.UpdateTask);

    private static Task<RevisionNotActivatedException> FailAsync(ConnectedClient live) =>
        ConnectedClient.ThrownAsync<RevisionNotActivatedException>(() => live.Client.Tasks.UpdateAndActivateAsync(live.Task.Id, Change, Token));
}
