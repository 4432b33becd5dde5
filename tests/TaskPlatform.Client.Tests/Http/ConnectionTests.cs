using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>How connections are made: for calls that are silent for minutes, and not waited for longer than allowed.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public void Is_set_for_long_calls_that_follow_nobody_elses_lead()
    {
        using SocketsHttpHandler handler = PrimaryHandler.Create(TimeSpan.FromSeconds(7));

        handler.ConnectTimeout.Should().Be(TimeSpan.FromSeconds(7));
        handler.PooledConnectionIdleTimeout.Should().Be(TimeSpan.FromSeconds(30));
        handler.PooledConnectionLifetime.Should().Be(TimeSpan.FromMinutes(5));
        handler.AutomaticDecompression.Should().Be(DecompressionMethods.All);
        handler.AllowAutoRedirect.Should().BeFalse();
        handler.UseCookies.Should().BeFalse();
    }

    [Fact]
    public async Task Is_kept_alive_so_that_nobody_on_the_way_forgets_it()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        using SocketsHttpHandler handler = PrimaryHandler.Create(TimeSpan.FromSeconds(15));
        Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect = handler.ConnectCallback!;
        Socket? socket = null;
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            var stream = (NetworkStream)await connect(context, cancellationToken);
            socket = stream.Socket;
            return stream;
        };
        using var client = new TaskPlatformClient(server.CreateOptions(), handler);

        await client.Tasks.RunAsync(server.Fake.AddTask("Say something").Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        socket!.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive).Should().NotBe(0);
        socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime).Should().Be(30);
        socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval).Should().Be(30);
        socket.NoDelay.Should().BeTrue();
    }

    [Fact]
    public async Task That_does_not_come_about_is_tried_again_and_told_with_its_own_limit()
    {
        TimeSpan limit = TimeSpan.FromMilliseconds(50);
        int tries = 0;
        using var platform = new FakeTaskPlatform();
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(options =>
            {
                (options.OrganizationId, options.ProjectId, options.ApiKey) = (platform.OrganizationId, platform.ProjectId, platform.ApiKey);
                (options.BaseAddress, options.Timeouts.Connect) = (new Uri("http://127.0.0.1:1/"), limit);
                options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero;
            })
            .UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = async (_, cancellationToken) =>
            {
                tries++;
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("nobody comes here");
            });
        await using ServiceProvider provider = services.BuildServiceProvider();

        TaskPlatformTimeoutException failure = await Assert.ThrowsAsync<TaskPlatformTimeoutException>(() =>
            provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest(), TestContext.Current.CancellationToken));

        failure.Limit.Should().Be(TimeLimit.Connect);
        failure.Duration.Should().Be(limit);
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().HaveCount(3).And.OnlyContain(static attempt => attempt.Outcome == AttemptOutcome.NotSent);
        tries.Should().Be(3);
    }
}
