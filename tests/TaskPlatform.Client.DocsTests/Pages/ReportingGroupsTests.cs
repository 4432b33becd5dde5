using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class ReportingGroupsTests : PageTest
{
    [Fact]
    public async Task Books_a_run_under_a_group()
    {
        FakeTask task = Platform.AddTask("Translate");

        (await BookAsync(Client, task.Id)).ReportingGroup!.Description.Should().Be("Our first customer");

        Platform.RequestsFor(FakeOperation.RunTask).Single().Query.Should().Be("?reporting_group=acme");
    }

    [Fact]
    public async Task A_client_may_have_a_group_for_all_its_runs()
    {
        FakeTask task = Platform.AddTask("Translate");

        await BookAllAsync(Platform, task.Id);

        Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Query).Should().Equal("?reporting_group=in-house", "?reporting_group=acme", "");
    }

    [Fact]
    public async Task Sums_up_by_group()
    {
        FakeTask task = Platform.AddTask("Translate");
        task.Credits = 1.20m;
        foreach (string? group in (string?[])["acme", "acme", null])
        {
            await Client.Tasks.RunAsync(task.Id, new RunTaskRequest { ReportingGroup = group }, TestContext.Current.CancellationToken);
        }

        (await SumAsync(Client, task.Id)).Should().BeEquivalentTo(new Dictionary<string, decimal>(StringComparer.Ordinal) { ["acme"] = 2.40m, ["(none)"] = 1.20m });
    }

    [Fact]
    public async Task A_fallback_costs_both_runs()
    {
        FakeTask task = FallsBackByClient(failed: 0.4m);
        task.FailPrimary("overloaded");

        (decimal? alone, decimal? both) = await CostAsync(Client, task.Id, new RunTaskRequest { ReportingGroup = "acme" });

        (alone, both).Should().Be((1, 1.4m));
        Platform.CreditsCharged.Should().Be(1.4m);
        Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Query).Should().Equal("?reporting_group=acme", "?reporting_group=acme&use_fallback_model=true");
        (await SumAsync(Client, task.Id))["acme"].Should().Be(1.4m);
    }

    [Fact]
    public async Task A_failed_run_has_its_cost_on_the_exception()
    {
        FakeTask task = FallsBackByClient(failed: 0.4m);
        task.FailPrimary("overloaded");
        task.FailFallback("overloaded too");

        (decimal? credits, bool unknown) = await FailAsync(Client, task.Id, new RunTaskRequest());

        (credits, unknown).Should().Be((0.8m, false));
        Platform.CreditsCharged.Should().Be(0.8m);
    }

    [Fact]
    public async Task Changes_and_deletes_a_group()
    {
        ReportingGroup group = await Client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme" }, TestContext.Current.CancellationToken);

        await ChangeAsync(Client);

        Platform.RequestsFor(FakeOperation.UpdateReportingGroup).Single().Text.Should().Be("""{"name":"Acme Ltd"}""");
        Platform.RequestsFor(FakeOperation.DeleteReportingGroup).Single().Path.Should().EndWith($"/{group.Id}");
    }

    [Fact]
    public async Task Names_and_descriptions_have_limits_that_are_checked_first()
    {
        foreach (CreateReportingGroupRequest wrong in (CreateReportingGroupRequest[])[new() { Name = "" }, new() { Name = new string('x', 65) }, new() { Name = "x", Description = new string('x', 501) }])
        {
            await ((Func<Task>)(() => MakeAsync(Client, wrong))).Should().ThrowAsync<ArgumentException>();
        }

        Platform.Requests.Should().BeEmpty();
    }

    private FakeTask FallsBackByClient(decimal failed)
    {
        FakeTask task = Platform.AddTask("Translate", definition => definition.FallbackModelId = Platform.FallbackModelId);
        (task.FallsBack, task.CreditsOfFailedRun) = (false, failed);
        return task;
    }

    private static Task<ReportingGroup> MakeAsync(TaskPlatformClient client, CreateReportingGroupRequest request) => client.ReportingGroups.CreateAsync(request);

    private static async Task<TaskRun> BookAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: groups
        ReportingGroup acme = await client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme", Description = "Our first customer" });
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { ReportingGroup = acme.Name });
        Console.WriteLine($"{run.ReportingGroup?.Name}: {run.Usage.TotalTokens} tokens, {run.TotalChargedCredits} credits");

        // docs: end
        return run;
    }

    private static async Task BookAllAsync(FakeTaskPlatform platform, Guid taskId)
    {
        TaskPlatformClientOptions options = platform.CreateOptions();

        // docs: group-default
        options.ReportingGroup = "in-house";

        // docs: end
        using var client = new TaskPlatformClient(options, platform);

        // docs: group-default
        await client.Tasks.RunAsync(taskId, new RunTaskRequest());                                // in-house
        await client.Tasks.RunAsync(taskId, new RunTaskRequest { ReportingGroup = "acme" });      // acme
        await client.Tasks.RunAsync(taskId, new RunTaskRequest { ReportingGroup = "" });          // under none

        // docs: end
    }

    private static async Task<Dictionary<string, decimal>> SumAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: group-sum
        var credits = new Dictionary<string, decimal>(StringComparer.Ordinal);
        await foreach (TaskRun run in client.Tasks.ListRunsAsync(taskId))
        {
            string group = run.ReportingGroup?.Name ?? "(none)";
            credits[group] = credits.GetValueOrDefault(group) + (run.Usage.ChargedCredits ?? 0);
        }

        // docs: end
        return credits;
    }

    private static async Task<(decimal? Alone, decimal? Both)> CostAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: group-cost
        TaskRun run = await client.Tasks.RunAsync(taskId, request);

        decimal? alone = run.Usage.ChargedCredits;                              // this run
        decimal? failed = run.Fallback.PrimaryRun?.Usage.ChargedCredits;        // the one that failed before the client fell back
        decimal? both = run.TotalChargedCredits;                                // what the answer cost you

        // docs: end
        failed.Should().Be(0.4m);
        return (alone, both);
    }

    private static async Task<(decimal? Credits, bool Unknown)> FailAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        decimal? credits = null;
        bool unknown = true;

        // docs: group-failed
        try
        {
            await client.Tasks.RunAsync(taskId, request);
        }
        catch (TaskRunFailedException exception)
        {
            credits = exception.TotalChargedCredits;     // of all runs that were answered
            unknown = exception.OutcomeUnknown;          // one more may be charged
        }

        // docs: end
        return (credits, unknown);
    }

    private static async Task ChangeAsync(TaskPlatformClient client)
    {
        // docs: group-change
        if (await client.ReportingGroups.FindByNameAsync("acme") is { } acme)
        {
            await client.ReportingGroups.UpdateAsync(acme.Id, new UpdateReportingGroupRequest { Name = "Acme Ltd" });
            await client.ReportingGroups.DeleteAsync(acme.Id);
        }

        // docs: end
    }
}
