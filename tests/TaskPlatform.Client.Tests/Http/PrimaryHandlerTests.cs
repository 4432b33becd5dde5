using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Http.Attempts;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>What the handler that talks to the network is set to, where no test on a socket can see it in time.</summary>
public sealed class PrimaryHandlerTests
{
    [Fact]
    public void Keeps_no_cookie_follows_no_redirect_unpacks_everything_and_lets_connections_go()
    {
        using SocketsHttpHandler handler = PrimaryHandler.Create(TimeSpan.FromSeconds(7));

        handler.UseCookies.Should().BeFalse();
        handler.AllowAutoRedirect.Should().BeFalse();
        handler.AutomaticDecompression.Should().Be(DecompressionMethods.All);
        handler.ConnectTimeout.Should().Be(TimeSpan.FromSeconds(7));
        handler.PooledConnectionIdleTimeout.Should().Be(TimeSpan.FromSeconds(30));
        handler.PooledConnectionLifetime.Should().Be(TimeSpan.FromMinutes(5));
    }
}
