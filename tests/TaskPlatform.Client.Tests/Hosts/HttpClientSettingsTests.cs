using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>What a host sets on the <see cref="HttpClient"/> of a registration has no effect: there is none.</summary>
public sealed class HttpClientSettingsTests
{
    [Fact]
    public async Task A_short_time_out_of_the_HttpClient_ends_no_call()
    {
        int configured = 0;
        void Configure(HttpClient client)
        {
            configured++;
            client.Timeout = TimeSpan.FromTicks(1);
            client.MaxResponseContentBufferSize = 1;
            client.BaseAddress = new Uri("http://127.0.0.1:1/");
            client.DefaultRequestHeaders.Add("X-Of-The-Host", "yes");
        }

        await using HostedClient live = await HostedClient.StartAsync(
            client => client.ConfigureHttpClient(Configure),
            (services, _) => services.ConfigureHttpClientDefaults(client => client.ConfigureHttpClient(Configure)));
        FakeHold hold = live.Platform.HoldNext(FakeOperation.RunTask);

        Task<TaskRun> running = live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        await hold.Arrived;
        live.Clock.Advance(TimeSpan.FromMinutes(12));
        hold.Release();

        (await running).Id.Should().Be(live.Task.Runs.Single().Id);
        configured.Should().Be(0);
        live.Platform.Requests.Should().OnlyContain(static request => !request.Headers.ContainsKey("X-Of-The-Host"));
    }
}
