using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A host that puts the standard resilience handler on every client, as the templates of many do.</summary>
public sealed class StandardResilienceTests
{
    public static TheoryData<FakeOperation> Posts => [FakeOperation.RunTask, FakeOperation.UpdateTask, FakeOperation.UpdateAgent];

    [Theory]
    [InlineData(30)]
    [InlineData(12 * 60)]
    public async Task A_run_outlasts_the_ten_seconds_that_every_other_client_of_the_host_has(int seconds)
    {
        await using HostedClient live = await HostedClient.StartAsync(host: OnEveryClient);
        FakeHold hold = live.Platform.HoldNext(FakeOperation.RunTask);

        Task<TaskRun> running = live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        await hold.Arrived;
        live.Clock.Advance(TimeSpan.FromSeconds(seconds));
        hold.Release();
        TaskRun run = await running;

        run.Response!.Elapsed.Should().Be(TimeSpan.FromSeconds(seconds));
        run.Response.Attempts.Should().ContainSingle();
        live.Platform.ExecutedRuns.Should().Be(1);
        live.Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task What_failed_on_the_platform_is_not_sent_again(FakeOperation operation)
    {
        await using HostedClient live = await HostedClient.StartAsync(host: OnEveryClient);
        live.Platform.RespondNext(operation, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        TaskPlatformApiException failure = await Assert.ThrowsAsync<TaskPlatformApiException>(() => live.CallAsync(operation));

        failure.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        failure.OutcomeUnknown.Should().BeTrue();
        live.Executed(operation).Should().Be(1);
        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }

    [Fact]
    public async Task Every_other_client_keeps_its_ten_seconds_and_its_repeats()
    {
        await using HostedClient live = await HostedClient.StartAsync(host: static (services, clock) =>
        {
            OnEveryClient(services, clock);
            services.AddHttpClient("theirs");
        });
        using HttpClient theirs = live.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("theirs");
        using FakeHold first = live.Platform.HoldNext(FakeOperation.Unknown);
        using FakeHold second = live.Platform.HoldNext(FakeOperation.Unknown);

        Task<HttpResponseMessage> call = theirs.GetAsync(live.Provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<TaskPlatformClientOptions>>().Value.BaseAddress, TestContext.Current.CancellationToken);
        await first.Arrived;
        live.Clock.Advance(TimeSpan.FromSeconds(10));
        await second.Arrived;
        second.Release();
        using HttpResponseMessage answer = await call;

        live.Platform.RequestsFor(FakeOperation.Unknown).Should().HaveCount(2, "the handler that was taken off ours is one that bites");
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Put_on_this_client_it_is_taken_off_too(FakeOperation operation)
    {
        ManualTimeProvider? clock = null;
        await using HostedClient live = await HostedClient.StartAsync(
            client => client.AddHttpMessageHandler(() => new SimulatedStandardHandler(clock!)), (_, hosts) => clock = hosts);
        FakeHold hold = live.Platform.HoldNext(operation);

        Task call = live.CallAsync(operation);
        await hold.Arrived;
        live.Clock.Advance(TimeSpan.FromSeconds(30));
        hold.Release();
        await call;

        live.Executed(operation).Should().Be(1);
        live.Platform.RequestsFor(operation).Should().ContainSingle();
    }

    private static void OnEveryClient(IServiceCollection services, ManualTimeProvider clock) =>
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new SimulatedStandardHandler(clock)));
}
