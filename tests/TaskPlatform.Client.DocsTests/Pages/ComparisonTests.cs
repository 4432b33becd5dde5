using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class ComparisonTests : PageTest
{
    [Fact]
    public async Task Revisions_stand_side_by_side()
    {
        (FakeTask task, Guid before, Guid candidate) = TwoRevisions();
        RunTaskRequest[] inputs = [Input("one"), Input("two")];

        (RevisionComparison comparison, RevisionAgreement agreement) = await CompareAsync(Client, task.Id, inputs, before);

        agreement.DifferingInputs.Should().Equal(1);
        GetRough(comparison).Share.Should().Be(1);
        comparison.Revisions.Select(result => (result.RevisionId, result.Succeeded, result.Credits)).Should().Equal((before, 2, 2), (candidate, 2, 2));
        Platform.ExecutedRuns.Should().Be(4);
        Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Query).Should().BeEquivalentTo(
            [$"?revision_id={before}", $"?revision_id={before}", "?revision_tag=candidate", "?revision_tag=candidate"]);
    }

    [Fact]
    public async Task A_ceiling_stops_it_with_what_there_is()
    {
        (FakeTask task, Guid before, Guid candidate) = TwoRevisions();
        RunTaskRequest[] inputs = [.. Enumerable.Range(0, 100).Select(_ => Input("one"))];

        RevisionComparison comparison = await Client.Tasks.CompareRevisionsAsync(
            task.Id, inputs, [before, candidate], new CompareRevisionsOptions { MaxCredits = 10, MaxConcurrency = 1 }, TestContext.Current.CancellationToken);

        comparison.Stopped.Should().BeTrue();
        comparison.Credits.Should().Be(10).And.Be(Platform.CreditsCharged);
        comparison.Revisions.Select(result => (result.Succeeded, result.NotRun)).Should().Equal((5, 95), (5, 95));
    }

    [Fact]
    public async Task What_would_be_compared_wrongly_is_refused_before_anything_is_sent()
    {
        (FakeTask task, Guid before, Guid candidate) = TwoRevisions();
        (RunTaskRequest[] Inputs, RevisionChoice[] Revisions)[] wrong =
        [
            ([Input("one")], []),
            ([Input("one")], [before, before]),
            ([Input("one") with { RevisionId = before }], [before, candidate]),
            ([Input("one") with { Files = [TaskFile.FromStream("a.png", new MemoryStream([1]))] }], [before, candidate]),
        ];

        foreach ((RunTaskRequest[] inputs, RevisionChoice[] revisions) in wrong)
        {
            await ((Func<Task>)(() => CompareAllAsync(inputs, revisions))).Should().ThrowAsync<ArgumentException>();
        }

        Platform.Requests.Should().BeEmpty();

        async Task CompareAllAsync(RunTaskRequest[] inputs, RevisionChoice[] revisions) => await Client.Tasks.CompareRevisionsAsync(task.Id, inputs, revisions);
    }

    [Fact]
    public async Task No_fallback_is_asked()
    {
        FakeTask task = AddTranslate();
        (task.FallsBack, task.CreditsOfFailedRun) = (false, 0.4m);
        task.FailPrimary("overloaded");

        RevisionComparison comparison = await Client.Tasks.CompareRevisionsAsync(task.Id, [Input("one")], [task.Revisions[0].Id], cancellationToken: TestContext.Current.CancellationToken);

        comparison.Revisions.Single().Failed.Should().Be(1);
        (comparison.Credits, Platform.ExecutedRuns).Should().Be((0.4m, 1));
    }

    private (FakeTask Task, Guid Before, Guid Candidate) TwoRevisions()
    {
        FakeTask task = AddTranslate();
        Guid candidate = task.AddRevision(revision => revision.Tags.Add("candidate")).Id;
        task.Respond(run => new JsonObject { ["text"] = run.RevisionId == candidate && run.Inputs["text"]!.GetValue<string>() == "two" ? "UNO" : "uno" });
        return (task, task.Revisions[0].Id, candidate);
    }

    private static RunTaskRequest Input(string text) => new() { Input = { ["text"] = text, ["language"] = "Spanish" } };

    private static async Task<(RevisionComparison Comparison, RevisionAgreement Agreement)> CompareAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest[] inputs, Guid before)
    {
        // docs: compare
        RevisionComparison comparison = await client.Tasks.CompareRevisionsAsync(
            taskId, inputs, [before, RevisionChoice.ByTag("candidate")], new CompareRevisionsOptions { MaxCredits = 50m });

        foreach (RevisionResult result in comparison.Revisions)
        {
            Console.WriteLine($"{result.Revision}: {result.Succeeded} answers, {result.Credits} credits, half within {result.MedianTime}");
        }

        RevisionAgreement agreement = comparison.GetAgreements()[0];
        Console.WriteLine($"{agreement.Share:P0} the same; they differ on {string.Join(", ", agreement.DifferingInputs)}");

        // docs: end
        return (comparison, agreement);
    }

    private static RevisionAgreement GetRough(RevisionComparison comparison)
    {
        // docs: agreement
        RevisionAgreement roughly = comparison.GetAgreements((one, other) => string.Equals(Text(one), Text(other), StringComparison.OrdinalIgnoreCase))[0];

        static string? Text(TaskRun run) => run.Output.Raw.GetProperty("text").GetString();

        // docs: end
        return roughly;
    }
}
