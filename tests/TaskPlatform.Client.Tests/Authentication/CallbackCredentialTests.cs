using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class CallbackCredentialTests
{
    [Fact]
    public async Task Is_asked_again_when_its_token_is_refused()
    {
        int calls = 0;
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ => new ValueTask<BearerToken>(new BearerToken($"call-{++calls}"))));
        BearerToken first = await lab.GetAsync();

        BearerToken? second = await lab.RenewAsync(first);

        second!.Token.Should().Be("call-2");
        lab.Endpoint.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Its_failure_is_the_inner_exception_and_its_text_is_not_repeated()
    {
        var cause = new InvalidOperationException("marker");
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ => throw cause));

        TaskPlatformAuthenticationException failure = (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>()).Which;

        failure.InnerException.Should().BeSameAs(cause);
        failure.Message.Should().Contain("InvalidOperationException").And.NotContain("marker");
    }

    [Fact]
    public async Task Its_own_cancellation_is_a_failure_and_not_the_callers()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ => throw new OperationCanceledException()));

        await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>();
    }

    [Fact]
    public async Task Null_in_place_of_a_token_sends_nothing()
    {
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ => default));

        (await lab.Invoking(it => it.GetTextAsync()).Should().ThrowAsync<TaskPlatformAuthenticationException>())
            .WithInnerException<InvalidOperationException>().WithMessage("*null in place of a token*");
    }

    [Fact]
    public async Task A_callback_that_blocks_holds_no_caller_who_gives_up()
    {
        using var release = new ManualResetEventSlim();
        using var impatient = new CancellationTokenSource();
        using var lab = new TokenSourceLab(TaskPlatformCredential.FromCallback(_ =>
        {
            release.Wait(TestContext.Current.CancellationToken);
            return new ValueTask<BearerToken>(new BearerToken("late"));
        }));

        Task<BearerToken> call = lab.Source.GetAsync(impatient.Token).AsTask();
        await impatient.CancelAsync();
        await call.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();

        release.Set();
        (await lab.GetTextAsync()).Should().Be("late");
    }
}
