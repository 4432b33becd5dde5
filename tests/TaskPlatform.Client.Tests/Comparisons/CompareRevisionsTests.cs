using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Batches;
using Xunit;

namespace TaskPlatform.Client.Tests.Comparisons;

public sealed class CompareRevisionsTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly TaskPlatformClient client;
    private readonly FakeTask task;
    private readonly Guid before;
    private readonly Guid after;

    public CompareRevisionsTests()
    {
        client = platform.CreateClient(static options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero);
        task = platform.AddTask("Rate", definition => (definition.UserPrompt, definition.FallbackModelId) = ("Rate {text}", platform.FallbackModelId));
        (before, after) = (task.Revisions[0].Id, task.AddRevision(definition => definition.Tags.Add("candidate")).Id);
        task.Respond(run => new JsonObject { ["stars"] = run.RevisionId == after && run.Inputs["text"]!.GetValue<string>() == "text 2" ? 5 : 4 });
    }

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Runs_every_input_on_every_revision_and_says_where_they_agree()
    {
        RevisionComparison comparison = await CompareAsync([before, RevisionChoice.ByTag("candidate")]);

        comparison.Stopped.Should().BeFalse();
        comparison.Credits.Should().Be(8m);
        comparison.Revisions.Should().HaveCount(2).And.OnlyContain(result => result.Succeeded == 4 && result.Failed == 0 && result.NotRun == 0 && result.Unknown == 0 && result.Credits == 4m);
        comparison.Revisions.Select(result => result.RevisionId).Should().Equal(before, after);
        comparison.Revisions[1].Outcomes.Select(outcome => outcome!.Index).Should().Equal(0, 1, 2, 3);
        comparison.Revisions.Should().OnlyContain(result => result.InputTokens > 0 && result.OutputTokens > 0 && result.MedianTime > TimeSpan.Zero && result.Percentile95Time >= result.MedianTime);
        RevisionAgreement agreement = comparison.GetAgreements().Should().ContainSingle().Subject;
        (agreement.Compared, agreement.Agreed, agreement.Share).Should().Be((4, 3, 0.75));
        agreement.DifferingInputs.Should().Equal(2);
        platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Query).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo([$"?revision_id={before}", "?revision_tag=candidate"]);
    }

    [Fact]
    public async Task Asks_with_the_callers_measure_without_another_run()
    {
        RevisionComparison comparison = await CompareAsync([before, after]);

        comparison.GetAgreements((_, _) => true)[0].Share.Should().Be(1);
        comparison.GetAgreements((_, _) => false)[0].Share.Should().Be(0);
        platform.ExecutedRuns.Should().Be(8);
    }

    [Fact]
    public async Task Never_lets_a_fallback_model_answer_for_a_revision()
    {
        task.FallsBack = false;
        task.FailPrimary("overloaded");

        RevisionComparison comparison = await CompareAsync([before, after], new CompareRevisionsOptions { RequestOptions = new RequestOptions { Fallback = FallbackMode.Always } });

        comparison.Revisions.Should().OnlyContain(result => result.Failed == 4);
        comparison.GetAgreements()[0].Share.Should().BeNull();
        platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(8).And.OnlyContain(request => !request.Query.Contains("use_fallback_model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ceiling_stops_it_and_keeps_what_there_was()
    {
        RevisionComparison comparison = await CompareAsync([before, after], new CompareRevisionsOptions { MaxCredits = 5m, MaxConcurrency = 1 });

        comparison.Stopped.Should().BeTrue();
        comparison.Credits.Should().Be(5m);
        comparison.Revisions.Select(result => result.NotRun).Should().Equal(1, 2);
        comparison.Revisions[1].Outcomes.Select(outcome => outcome is null).Should().Equal(false, false, true, true);
        comparison.GetAgreements()[0].Compared.Should().Be(2);
    }

    [Fact]
    public async Task A_cancellation_throws_and_what_was_told_is_not_lost()
    {
        using var cancel = new CancellationTokenSource();
        List<RevisionOutcome> told = [];
        var progress = new CallbackProgress<RevisionOutcome>(outcome =>
        {
            told.Add(outcome);
            cancel.Cancel();
        });

        Func<Task> compare = () => client.Tasks.CompareRevisionsAsync(task.Id, [.. BatchLab.Inputs(4)], [before, after], new CompareRevisionsOptions { MaxConcurrency = 2, Progress = progress }, cancel.Token);

        await compare.Should().ThrowAsync<OperationCanceledException>();
        told.Should().HaveCount(platform.ExecutedRuns).And.OnlyContain(outcome => outcome.Outcome.IsSuccess);
        told.Select(outcome => (outcome.Revision, outcome.Outcome.Index)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_unknown_outcome_is_one_and_is_not_compared()
    {
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        RevisionComparison comparison = await CompareAsync([before, after], new CompareRevisionsOptions { MaxConcurrency = 1 });

        comparison.Revisions[0].Unknown.Should().Be(1);
        comparison.GetAgreements()[0].Compared.Should().Be(3);
        platform.ExecutedRuns.Should().Be(8);
    }

    [Fact]
    public async Task What_can_not_be_compared_is_refused_before_anything_is_sent()
    {
        (RunTaskRequest[] Inputs, RevisionChoice[] Revisions, string Message)[] cases =
        [
            ([BatchLab.Input(0)], [], "No revision"),
            ([BatchLab.Input(0)], [before, after, before], "named twice"),
            ([BatchLab.Input(0), null!], [before], "Input 1 is null"),
            ([BatchLab.Input(0) with { RevisionTag = "x" }], [before], "Input 0 names a revision itself"),
            ([BatchLab.Input(0) with { Files = [TaskFile.FromStream("a", Stream.Null)] }], [before], "Input 0 has a file made from a stream"),
        ];

        foreach ((RunTaskRequest[] inputs, RevisionChoice[] revisions, string message) in cases)
        {
            Func<Task> compare = () => client.Tasks.CompareRevisionsAsync(task.Id, inputs, revisions, cancellationToken: TestContext.Current.CancellationToken);
            (await compare.Should().ThrowAsync<ArgumentException>()).WithMessage($"*{message}*");
        }

        platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public void A_choice_is_an_id_or_a_tag()
    {
        RevisionChoice byId = before;

        byId.Should().Be(RevisionChoice.ById(before)).And.NotBe(RevisionChoice.ByTag(before.ToString()));
        byId.ToString().Should().Be(before.ToString());
        FluentActions.Invoking(static () => RevisionChoice.ById(Guid.Empty)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(static () => RevisionChoice.ByTag(" ")).Should().Throw<ArgumentException>();
    }

    private Task<RevisionComparison> CompareAsync(RevisionChoice[] revisions, CompareRevisionsOptions? options = null) =>
        client.Tasks.CompareRevisionsAsync(task.Id, [.. BatchLab.Inputs(4)], revisions, options, TestContext.Current.CancellationToken);
}
