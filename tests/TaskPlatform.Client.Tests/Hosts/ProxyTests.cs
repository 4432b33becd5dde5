using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Hosts;

/// <summary>A host behind a proxy, which may be closed, want a password, or fail itself.</summary>
public sealed class ProxyTests
{
    private static readonly RunTaskRequest Request = new() { Reference = "order-42" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_and_calls_go_through_it()
    {
        await using LoopbackProxy proxy = new LoopbackProxy().Open();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        FakeTask task = server.Fake.AddTask("Say something");
        await using ServiceProvider provider = Build(server.CreateOptions(), proxy);

        TaskRun run = await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, Request, Cancellation);

        run.Id.Should().Be(task.Runs.Single().Id);
        proxy.Requests.Should().HaveCount(2).And.SatisfyRespectively(
            token => token.Should().StartWith($"POST {server.TokenEndpoint} "),
            call => call.Should().StartWith($"POST {server.BaseAddress}org/"));
    }

    [Fact]
    public async Task A_tunnel_that_wants_a_password_is_built_before_anything_of_the_run_is_sent()
    {
        await using LoopbackProxy proxy = new LoopbackProxy { Authorization = "Basic dXNlcjpwYXNz" }.Open();
        using X509Certificate2 certificate = Certificate();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync(certificate: certificate);
        FakeTask task = server.Fake.AddTask("Say something");
        await using ServiceProvider provider = Build(server.CreateOptions(), proxy, new NetworkCredential("user", "pass"));

        TaskRun run = await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, Request, Cancellation);

        run.Response!.Attempts.Should().ContainSingle();
        server.Fake.ExecutedRuns.Should().Be(1);
        proxy.Requests.Should().Contain(static request => request.Contains("dXNlcjpwYXNz", StringComparison.Ordinal))
            .And.OnlyContain(static request => request.StartsWith("CONNECT 127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_not_there_is_tried_again_since_nothing_was_sent()
    {
        await using LoopbackProxy proxy = new LoopbackProxy().Close();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();

        TaskPlatformException failure = await FailAsync<TaskPlatformConnectionException>(server.CreateOptions(), server.Fake, proxy);

        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.NotSent, AttemptOutcome.NotSent, AttemptOutcome.NotSent);
        server.Fake.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task A_tunnel_that_is_refused_is_tried_again_since_nothing_was_sent(HttpStatusCode status)
    {
        await using LoopbackProxy proxy = new LoopbackProxy { Refusal = status }.Open();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        TaskPlatformClientOptions options = server.CreateOptions();
        options.BaseAddress = new UriBuilder(options.BaseAddress) { Scheme = "https" }.Uri;

        TaskPlatformException failure = await FailAsync<TaskPlatformConnectionException>(options, server.Fake, proxy);

        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().HaveCount(3).And.OnlyContain(static attempt => attempt.Outcome == AttemptOutcome.NotSent);
        proxy.Requests.Should().HaveCount(3).And.OnlyContain(static request => request.StartsWith("CONNECT ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_407_is_a_refusal_and_ends_the_call()
    {
        await using LoopbackProxy proxy = new LoopbackProxy { Refusal = HttpStatusCode.ProxyAuthenticationRequired }.Open();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();

        TaskPlatformApiException failure = await FailAsync<TaskPlatformApiException>(server.CreateOptions(), server.Fake, proxy);

        failure.StatusCode.Should().Be(HttpStatusCode.ProxyAuthenticationRequired);
        failure.OutcomeUnknown.Should().BeFalse();
        proxy.Requests.Should().ContainSingle();
        server.Fake.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Its_502_may_stand_for_a_run_that_was_made()
    {
        await using LoopbackProxy proxy = new LoopbackProxy { Refusal = HttpStatusCode.BadGateway }.Open();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();

        TaskPlatformApiException failure = await FailAsync<TaskPlatformApiException>(server.CreateOptions(), server.Fake, proxy);

        failure.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        failure.OutcomeUnknown.Should().BeTrue();
        failure.Reference.Should().Be("order-42");
        proxy.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Without_it_no_token_is_to_be_had_and_nothing_of_a_run_is_sent()
    {
        await using LoopbackProxy proxy = new LoopbackProxy { Refusal = HttpStatusCode.ProxyAuthenticationRequired }.Open();
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        await using ServiceProvider provider = Build(server.CreateOptions(), proxy);

        TaskPlatformAuthenticationException failure = await Assert.ThrowsAsync<TaskPlatformAuthenticationException>(() =>
            provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(Guid.NewGuid(), Request, Cancellation));

        failure.InnerException.Should().BeAssignableTo<TaskPlatformApiException>().Which.StatusCode.Should().Be(HttpStatusCode.ProxyAuthenticationRequired);
        failure.OutcomeUnknown.Should().BeFalse();
        proxy.Requests.Should().ContainSingle().Which.Should().Contain("/oauth2/token");
    }

    private static async Task<T> FailAsync<T>(TaskPlatformClientOptions options, FakeTaskPlatform platform, LoopbackProxy proxy)
        where T : TaskPlatformException
    {
        (options.ClientId, options.ClientSecret, options.ApiKey) = (null, null, platform.ApiKey);
        await using ServiceProvider provider = Build(options, proxy);
        return await Assert.ThrowsAsync<T>(() => provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(Guid.NewGuid(), Request, Cancellation));
    }

    private static ServiceProvider Build(TaskPlatformClientOptions given, LoopbackProxy proxy, ICredentials? credentials = null)
    {
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(options =>
            {
                (options.BaseAddress, options.TokenEndpoint) = (given.BaseAddress, given.TokenEndpoint);
                (options.OrganizationId, options.ProjectId) = (given.OrganizationId, given.ProjectId);
                (options.ClientId, options.ClientSecret, options.ApiKey) = (given.ClientId, given.ClientSecret, given.ApiKey);
                options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero;
            })
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.Proxy = new WebProxy(proxy.Address) { Credentials = credentials };
                handler.SslOptions.RemoteCertificateValidationCallback = static (_, shown, _, _) => shown?.Subject == "CN=platform of a test";
            });
        return services.BuildServiceProvider();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=platform of a test", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
