using FluentAssertions;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>How long the wait before the next attempt is, with the chance in the test's hands.</summary>
public sealed class RetryPauseTests
{
    [Theory]
    [InlineData(1, 1.0, 500)]
    [InlineData(2, 1.0, 1000)]
    [InlineData(3, 1.0, 2000)]
    [InlineData(4, 1.0, 3000)] // the limit
    [InlineData(60, 1.0, 3000)]
    [InlineData(2, 0.25, 250)]
    [InlineData(3, 0.0, 0)]
    public void Without_a_wish_of_the_platform_it_is_a_random_part_of_a_growing_limit(int attempts, double chance, double milliseconds)
    {
        Pause(attempts, retryAfter: null, chance).Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData(10, 0.0, 10.0)]
    [InlineData(10, 0.5, 10.5)]
    [InlineData(60, 1.0, 66.0)] // as long as is waited for at most, and a tenth more
    [InlineData(60.001, 0.0, null)]
    public void The_platforms_wish_is_waited_for_in_full_or_not_at_all(double asked, double chance, double? seconds)
    {
        Pause(attempts: 1, TimeSpan.FromSeconds(asked), chance).Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    private static TimeSpan? Pause(int attempts, TimeSpan? retryAfter, double chance)
    {
        var policy = new RetryPolicy(
            new TaskPlatformRetryOptions { BaseDelay = TimeSpan.FromSeconds(0.5), MaxDelay = TimeSpan.FromSeconds(3), MaxRetryAfter = TimeSpan.FromSeconds(60) },
            new ManualTimeProvider(),
            () => chance);
        var draft = new RequestDraft
        {
            Method = HttpMethod.Get,
            Address = new Uri("https://api.example/"),
            Kind = CallKind.Read,
            AnswerLimit = (TimeLimit.Read, TimeSpan.FromSeconds(100)),
            MaxAttempts = 100,
        };
        return policy.PauseAfter(new AttemptResult { Outcome = AttemptOutcome.Throttled, RetryAfter = retryAfter }, draft, attempts);
    }
}
