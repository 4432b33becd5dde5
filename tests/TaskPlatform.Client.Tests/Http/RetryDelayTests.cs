using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>How long a refused call waits before it goes out again, and what becomes of the refusal.</summary>
public sealed class RetryDelayTests
{
    private static readonly RequestDraft Draft = new()
    {
        Method = HttpMethod.Post,
        Address = new Uri("http://127.0.0.1/"),
        Kind = CallKind.Run,
        AnswerLimit = (TimeLimit.Run, TimeSpan.FromMinutes(15)),
        MaxAttempts = 100,
    };

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(6, 16)]
    [InlineData(7, 30)] // 32 s are more than MaxDelay
    [InlineData(99, 30)]
    public void Is_anything_between_nothing_and_a_limit_that_doubles(int attempts, double limit)
    {
        Pause(attempts, random: 0).Should().Be(TimeSpan.Zero);
        Pause(attempts, random: 0.5).Should().Be(TimeSpan.FromSeconds(limit / 2));
        Pause(attempts, random: 1).Should().Be(TimeSpan.FromSeconds(limit));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(0.5, 63)]
    [InlineData(1, 66)]
    public void Is_what_the_platform_asks_for_and_a_tenth_more_at_most(double random, double seconds) =>
        Pause(attempts: 1, random, retryAfter: TimeSpan.FromSeconds(60)).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Is_none_where_the_platform_asks_for_more_than_the_caller_allows() =>
        Pause(attempts: 1, random: 0, retryAfter: TimeSpan.FromSeconds(60) + TimeSpan.FromTicks(1)).Should().BeNull();

    [Fact]
    public void Is_none_after_the_last_attempt() => Pause(attempts: 100, random: 0).Should().BeNull();

    [Theory]
    [InlineData(60, 3)]
    [InlineData(61, 1)]
    public async Task A_wait_that_is_too_long_fails_at_once_and_names_it(int seconds, int attempts)
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Say something");
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(seconds), times: 3);
        var clock = new ManualTimeProvider();
        using TaskPlatformClient client = platform.CreateClient(options =>
        {
            (options.ClientId, options.ClientSecret, options.ApiKey) = (null, null, platform.ApiKey);
            (options.TimeProvider, options.Fallback.Mode) = (clock, FallbackMode.Never);
        });

        Task<TaskRun> running = client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(
            () =>
            {
                bool over = running.IsCompleted;
                clock.Advance(TimeSpan.FromSeconds(66));
                return over;
            },
            TestContext.Current.CancellationToken);
        TaskPlatformRateLimitException failure = await Assert.ThrowsAsync<TaskPlatformRateLimitException>(() => running);

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        failure.Attempts.Should().HaveCount(attempts);
        platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(attempts);
    }

    [Fact]
    public async Task Every_refused_answer_is_disposed_before_the_call_goes_out_again()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Say something");
        var refusals = new List<WatchedContent>();
        var open = new List<int>();
        platform.RespondNext(
            FakeOperation.RunTask,
            _ =>
            {
                open.Add(refusals.Count(static refusal => !refusal.Disposed));
                refusals.Add(new WatchedContent());
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = refusals[^1] };
            },
            times: 3);
        using TaskPlatformClient client = platform.CreateClient(static options =>
            (options.Retry.BaseDelay, options.Retry.MaxDelay, options.Fallback.Mode) = (TimeSpan.Zero, TimeSpan.Zero, FallbackMode.Never));

        await Assert.ThrowsAsync<TaskPlatformRateLimitException>(() => client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken));

        open.Should().Equal(0, 0, 0);
        refusals.Should().HaveCount(3).And.OnlyContain(static refusal => refusal.Disposed);
    }

    private static TimeSpan? Pause(int attempts, double random, TimeSpan? retryAfter = null) =>
        new RetryPolicy(new TaskPlatformRetryOptions(), TimeProvider.System, () => random).PauseAfter(
            new AttemptResult { Outcome = AttemptOutcome.Throttled, RetryAfter = retryAfter }, Draft, attempts);

    private sealed class WatchedContent() : ByteArrayContent("{}"u8.ToArray())
    {
        internal bool Disposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposed = true;
            base.Dispose(disposing);
        }
    }
}
