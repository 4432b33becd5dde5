using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class TokenCacheTests
{
    [Fact]
    public async Task Asks_for_a_token_once_and_keeps_it()
    {
        using var lab = new TokenSourceLab();

        (await lab.GetTextAsync()).Should().Be("token-1");
        lab.Clock.Advance(TimeSpan.FromMinutes(50));
        (await lab.GetTextAsync()).Should().Be("token-1");

        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Makes_one_request_for_a_thousand_concurrent_first_calls()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Hold();

        Task<string>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(lab.GetTextAsync))];
        await lab.Endpoint.ReachedAsync(1);
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("shared", 3600));

        (await Task.WhenAll(calls)).Should().AllBe("shared");
        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task A_cancelled_caller_disturbs_no_other()
    {
        using var lab = new TokenSourceLab();
        using var impatient = new CancellationTokenSource();
        lab.Endpoint.Hold();

        Task<BearerToken> first = lab.Source.GetAsync(impatient.Token).AsTask();
        Task<string> second = lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(1);
        await impatient.CancelAsync();

        (await first.Invoking(call => call).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(impatient.Token);
        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("survivor", 3600));
        (await second).Should().Be("survivor");
        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Keeps_the_token_that_a_cancelled_caller_no_longer_waits_for()
    {
        using var lab = new TokenSourceLab();
        using var impatient = new CancellationTokenSource();
        lab.Endpoint.Hold();
        Task<BearerToken> only = lab.Source.GetAsync(impatient.Token).AsTask();
        await lab.Endpoint.ReachedAsync(1);
        await impatient.CancelAsync();
        await only.Invoking(call => call).Should().ThrowAsync<OperationCanceledException>();

        await lab.AnswerAsync(ScriptedTokenEndpoint.Token("kept", 3600));

        (await lab.GetTextAsync()).Should().Be("kept");
        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task A_caller_who_has_cancelled_before_asks_for_nothing()
    {
        using var lab = new TokenSourceLab();

        await lab.Invoking(it => it.Source.GetAsync(new CancellationToken(canceled: true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        lab.Clock.Advance(TimeSpan.FromSeconds(10));

        (await lab.GetAsync()).ExpiresAt.Should().Be(lab.Clock.GetUtcNow().AddHours(1), "its life counts from when it was asked for");
        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task A_failed_request_is_shared_by_all_who_wait_and_each_gets_an_exception_of_its_own()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Hold();
        Task<string>[] calls = [.. Enumerable.Range(0, 20).Select(_ => lab.GetTextAsync())];
        await lab.Endpoint.ReachedAsync(1);
        var cause = new TaskPlatformConnectionException("POST https://oauth.example/token failed.");

        await lab.FailAsync(cause);

        var failures = new List<TaskPlatformAuthenticationException>();
        foreach (Task<string> call in calls)
        {
            failures.Add((await call.Invoking(it => it).Should().ThrowAsync<TaskPlatformAuthenticationException>()).Which);
        }

        failures.Should().OnlyHaveUniqueItems().And.OnlyContain(failure => failure.InnerException == cause && !failure.OutcomeUnknown);
        failures[0].Message.Should().Contain("nothing was sent").And.Contain("POST https://oauth.example/token failed.");
        lab.Endpoint.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Tries_again_with_the_next_call_after_a_failure()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Answer = static count => count == 1 ? throw new TaskPlatformConnectionException("down") : ScriptedTokenEndpoint.Token("later", 3600);

        await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>();

        (await lab.GetTextAsync()).Should().Be("later");
    }

    [Fact]
    public async Task Cancels_the_request_when_the_client_is_disposed()
    {
        using var lab = new TokenSourceLab();
        lab.Endpoint.Hold();
        Task<string> call = lab.GetTextAsync();
        await lab.Endpoint.ReachedAsync(1);

        lab.Source.Dispose();

        (await call.Invoking(it => it).Should().ThrowAsync<TaskPlatformAuthenticationException>()).WithInnerException<OperationCanceledException>();
    }

    [Fact]
    public async Task Works_where_the_caller_has_suppressed_the_flow_of_context()
    {
        using var lab = new TokenSourceLab();
        Task<string> call;
        using (ExecutionContext.SuppressFlow())
        {
            call = lab.GetTextAsync();
        }

        (await call).Should().Be("token-1");
    }

    [Fact]
    public async Task A_renewal_in_the_background_leaves_the_flow_of_the_callers_context_on()
    {
        using var lab = new TokenSourceLab();
        await lab.GetAsync();
        lab.Clock.Advance(TimeSpan.FromMinutes(56));

        ValueTask<BearerToken> call = lab.GetAsync();
        bool suppressed = ExecutionContext.IsFlowSuppressed();

        await call;
        await lab.Endpoint.ReachedAsync(2);
        suppressed.Should().BeFalse();
    }

    [Fact]
    public async Task Does_not_carry_the_first_callers_context_into_the_shared_request()
    {
        var ambient = new AsyncLocal<string?>();
        string? seen = "not asked";
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ =>
        {
            seen = ambient.Value;
            return new ValueTask<BearerToken>(new BearerToken("token"));
        }));
        ambient.Value = "the first caller's";

        await lab.GetTextAsync();

        seen.Should().BeNull();
    }
}
