using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Load;

/// <summary>A thousand runs at once against a platform that refuses, resets and lets tokens end; the console project beside makes ten thousand.</summary>
public sealed class LoadTests
{
    private const int Runs = 1000;
    private const int InFlight = 256;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_run_is_made_twice_or_lost(int seed)
    {
        await using LoadServer server = await LoadServer.StartAsync(seed, retryAfter: TimeSpan.Zero);
        await using TaskPlatformClient client = server.Target.CreateClient(static options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero);
        var figures = new ClientFigures(Runs);

        await LoadRun.MakeAsync(client, server.Target.TaskId, 0..Runs, InFlight, figures, TestContext.Current.CancellationToken);

        ServerFigures seen = server.Figures();
        LoadRules.Broken(Runs, figures, seen).Should().BeEmpty();
        seen.Refused.Should().BeGreaterThan(50, "this many are drawn in the first thousand calls");
        seen.Reset.Should().BePositive();
        seen.Expiries.Should().BeGreaterThanOrEqualTo(3);
        figures.Succeeded.Should().BePositive();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_run_of_one_enumeration_is_made_twice_or_lost(int seed)
    {
        await using LoadServer server = await LoadServer.StartAsync(seed, retryAfter: TimeSpan.Zero);
        await using TaskPlatformClient client = server.Target.CreateClient(static options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero);
        var figures = new ClientFigures(Runs);

        await LoadRun.EnumerateAsync(client, server.Target.TaskId, Runs, InFlight, figures, TestContext.Current.CancellationToken);

        ServerFigures seen = server.Figures();
        LoadRules.Broken(Runs, figures, seen).Should().BeEmpty();
        figures.AnsweredFailures.Should().Be(0, "what was refused is sent again");
        seen.Refused.Should().BeGreaterThan(50);
    }

    [Fact]
    public void The_rules_see_each_way_to_break_them()
    {
        var client = new ClientFigures(2);
        client.Count(new InvalidOperationException("not ours"));

        LoadRules.Broken(2, client, new ServerFigures(Executions: 3, MostOfOneReference: 2, RunRequests: 3, TokenRequests: 5, Expiries: 3, Refused: 0, Reset: 0))
            .Should().HaveCount(5);
    }
}
