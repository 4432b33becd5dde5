using System.Net.Http.Headers;
using FluentAssertions;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>How long an answer asks to wait.</summary>
public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = ManualTimeProvider.Start;

    [Fact]
    public void Nothing_asks_for_nothing() => Read(null, Now).Should().BeNull();

    [Fact]
    public void Seconds_are_seconds() => Read(new(TimeSpan.FromSeconds(7)), Now.AddDays(1)).Should().Be(TimeSpan.FromSeconds(7));

    [Fact]
    public void A_date_counts_from_the_answers_own() => Read(new(Now.AddDays(1).AddSeconds(7)), Now.AddDays(1)).Should().Be(TimeSpan.FromSeconds(7));

    [Fact]
    public void A_date_counts_from_the_clock_where_the_answer_has_none() => Read(new(Now.AddSeconds(7)), answered: null).Should().Be(TimeSpan.FromSeconds(7));

    [Fact]
    public void A_date_that_is_over_asks_for_no_wait() => Read(new(Now.AddSeconds(-7)), Now).Should().Be(TimeSpan.Zero);

    private static TimeSpan? Read(RetryConditionHeaderValue? asked, DateTimeOffset? answered)
    {
        using var response = new HttpResponseMessage();
        response.Headers.RetryAfter = asked;
        response.Headers.Date = answered;
        return RetryAfterHeader.Read(response.Headers, new ManualTimeProvider());
    }
}
