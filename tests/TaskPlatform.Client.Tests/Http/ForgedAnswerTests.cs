using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A refusal is evidence only when the platform itself gave it: handlers of the host may make up answers after a call was carried out.</summary>
public sealed class ForgedAnswerTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;

    public ForgedAnswerTests() => task = platform.AddTask("Say something", definition => definition.UserPrompt = "Say something");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => platform.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_refusal_that_stands_in_for_a_lost_connection_is_not_believed(HttpStatusCode status)
    {
        platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException("reset"), at: FakeMoment.AfterExecution);

        TaskPlatformException failure = await FailAsync(new FallbackHandler(status));

        platform.ExecutedRuns.Should().Be(1);
        failure.OutcomeUnknown.Should().BeTrue();
        failure.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.Unknown);
    }

    [Fact]
    public async Task A_copy_that_is_refused_says_nothing_of_the_call_that_went_before()
    {
        platform.RespondNext(FakeOperation.RunTask, _ => new HttpResponseMessage(HttpStatusCode.BadGateway), at: FakeMoment.AfterExecution);

        TaskPlatformException failure = await FailAsync(new CopyingHandler(), clientCredentials: true);

        platform.ExecutedRuns.Should().Be(1);
        failure.OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task A_body_that_a_handler_puts_in_place_of_ours_changes_nothing_of_the_evidence()
    {
        platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ConnectionError, "refused"), at: FakeMoment.AfterExecution);

        TaskPlatformException failure = await FailAsync(new WrappingHandler());

        platform.ExecutedRuns.Should().Be(1);
        failure.Should().BeOfType<TaskPlatformConnectionException>();
        failure.OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task A_refusal_behind_a_redirect_that_the_callers_own_handler_followed_is_not_believed()
    {
        using var redirecting = new RedirectingHandler();
        using var client = new TaskPlatformClient(platform.CreateOptions(), redirecting);

        TaskPlatformException failure = await Assert.ThrowsAnyAsync<TaskPlatformException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));

        redirecting.Posts.Should().Be(1);
        failure.OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task A_refusal_of_the_host_before_anything_was_sent_is_a_refusal()
    {
        TaskPlatformException failure = await FailAsync(new RefusingHandler());

        platform.RequestsFor(FakeOperation.RunTask).Should().BeEmpty();
        failure.OutcomeUnknown.Should().BeFalse();
        failure.Attempts.Should().HaveCount(3).And.OnlyContain(static attempt => attempt.Outcome == AttemptOutcome.Throttled);
    }

    private async Task<TaskPlatformException> FailAsync(DelegatingHandler handler, bool clientCredentials = false)
    {
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(options =>
            {
                TaskPlatformClientOptions fake = platform.CreateOptions();
                (options.OrganizationId, options.ProjectId) = (fake.OrganizationId, fake.ProjectId);
                options.Credential = clientCredentials ? TaskPlatformCredential.ClientCredentials(platform.ClientId, platform.ClientSecret) : TaskPlatformCredential.ApiKey(platform.ApiKey);
                (options.BaseAddress, options.TokenEndpoint) = (fake.BaseAddress, fake.TokenEndpoint);
                (options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.Zero, TimeSpan.Zero);
                options.Fallback.Mode = FallbackMode.Never;
            })
            .ConfigurePrimaryHttpMessageHandler(() => platform)
            .AddHttpMessageHandler(() => handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        TaskPlatformClient client = provider.GetRequiredService<TaskPlatformClient>();
        return await Assert.ThrowsAnyAsync<TaskPlatformException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation));
    }

    private static HttpResponseMessage Answer(HttpStatusCode status) =>
        new(status) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero) } };

    private sealed class FallbackHandler(HttpStatusCode status) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return Answer(status);
            }
        }
    }

    private sealed class CopyingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using HttpResponseMessage first = await base.SendAsync(request, cancellationToken);
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new StringContent("{}") };
            return await base.SendAsync(copy, cancellationToken);
        }
    }

    private sealed class WrappingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken))
            {
                Headers = { ContentType = request.Content.Headers.ContentType },
            };
            return await base.SendAsync(request, cancellationToken);
        }
    }

    // As a SocketsHttpHandler does with AllowAutoRedirect: the same message goes out again as a GET.
    private sealed class RedirectingHandler : HttpMessageHandler
    {
        internal int Posts { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            {
                return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"access_token":"t","expires_in":3600}""") });
            }

            Posts++;
            request.Method = HttpMethod.Get;
            request.Content = null;
            return Task.FromResult(Answer(HttpStatusCode.TooManyRequests));
        }
    }

    private sealed class RefusingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Answer(HttpStatusCode.TooManyRequests));
    }
}
