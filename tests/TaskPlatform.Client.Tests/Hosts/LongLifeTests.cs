using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A client in a singleton, as a service holds it for as long as it runs.</summary>
public sealed class LongLifeTests
{
    private const string Api = "TaskPlatform.Client";
    private const string Token = "TaskPlatform.Client/token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_hours_renew_tokens_and_rotate_handlers_and_lose_no_call()
    {
        await using HostedClient live = await HostedClient.StartAsync(host: RotateByTheClock);
        Worker worker = live.Provider.GetRequiredService<Worker>();

        for (int turn = 0; turn < 12 * 6; turn++)
        {
            TaskRun run = await worker.RunAsync(live.Task.Id);
            run.Id.Should().Be(live.Task.Runs[^1].Id);
            run.Response!.Attempts.Should().ContainSingle("no call meets a token that has ended");
            live.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        live.Platform.ExecutedRuns.Should().Be(72);
        live.Platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(72);
        live.Platform.RequestsFor(FakeOperation.Token).Should().HaveCount(12, "a token is good for an hour");
        live.Platform.RequestsFor(FakeOperation.RunTask).Select(static request => request.Authorization).Distinct(StringComparer.Ordinal).Should().HaveCount(12);
        IReadOnlyList<string> made = Factory(live).Made;
        made.Count(static name => name == Api).Should().Be(72, "each is good for five minutes");
        made.Count(static name => name == Token).Should().Be(12);
    }

    [Fact]
    public async Task Handlers_serve_for_five_minutes_and_not_longer()
    {
        await using HostedClient live = await HostedClient.StartAsync(host: RotateByTheClock);

        foreach (TimeSpan pause in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1), TimeSpan.FromTicks(1)])
        {
            live.Clock.Advance(pause);
            await live.CallAsync(FakeOperation.RunTask);
        }

        Factory(live).Made.Should().Equal(Token, Api, Api);
    }

    [Fact]
    public async Task A_run_is_answered_though_its_handlers_were_rotated_away_meanwhile()
    {
        await using HostedClient live = await HostedClient.StartAsync(host: RotateByTheClock);
        FakeHold hold = live.Platform.HoldNext(FakeOperation.RunTask);

        Task<TaskRun> running = live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), Cancellation);
        await hold.Arrived;
        live.Clock.Advance(TimeSpan.FromMinutes(12));
        await live.CallAsync(FakeOperation.UpdateTask);
        hold.Release();

        (await running).Id.Should().Be(live.Task.Runs.Single().Id);
        Factory(live).Made.Should().Equal(Token, Api, Api);
    }

    private static ClockedHandlerFactory Factory(HostedClient live) => (ClockedHandlerFactory)live.Provider.GetRequiredService<IHttpMessageHandlerFactory>();

    private static void RotateByTheClock(IServiceCollection services, TimeProvider clock) =>
        services.AddSingleton<Worker>().AddSingleton<IHttpMessageHandlerFactory>(provider => new ClockedHandlerFactory(provider, clock));

    private sealed class Worker(TaskPlatformClient client)
    {
        internal Task<TaskRun> RunAsync(Guid taskId) => client.Tasks.RunAsync(taskId, new RunTaskRequest(), Cancellation);
    }
}
