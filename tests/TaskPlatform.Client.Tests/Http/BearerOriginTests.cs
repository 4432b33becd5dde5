using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Tests.DependencyInjection;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A handler of the host may turn a request elsewhere; the bearer does not go with it.</summary>
public sealed class BearerOriginTests
{
    [Theory]
    [InlineData("https://evil.example/v1/run", "evil.example")]
    [InlineData("http://api.example/v1/run", "api.example")]
    [InlineData("https://api.example:444/v1/run", "api.example:444")]
    [InlineData(null, "")]
    public async Task A_request_that_was_turned_to_another_origin_is_not_sent(string? target, string named)
    {
        using var network = new Network();

        TaskPlatformException failure = await Assert.ThrowsAsync<TaskPlatformException>(() => RunAsync(network, target));

        failure.Message.Should().Contain($"away from api.example to {named}:").And.Contain("nothing was sent");
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().ContainSingle();
        network.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_request_that_was_turned_elsewhere_at_the_same_origin_is()
    {
        using var network = new Network();

        await RunAsync(network, "https://API.example/v2/run");

        network.Received.Should().Equal("Bearer key");
    }

    private static async Task RunAsync(Network network, string? target)
    {
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(static options =>
            {
                TestHost.Complete(options);
                options.BaseAddress = new Uri("https://api.example/v1");
            })
            .AddHttpMessageHandler(() => new TurningHandler(target))
            .ConfigurePrimaryHttpMessageHandler(() => network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest(), TestContext.Current.CancellationToken);
    }

    private sealed class TurningHandler(string? target) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = target is null ? null : new Uri(target);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Network : HttpMessageHandler
    {
        internal List<string> Received { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received.Add($"{request.Headers.Authorization}");
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") });
        }
    }
}
