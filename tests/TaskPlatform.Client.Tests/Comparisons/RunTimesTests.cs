using System.Net;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Comparisons;
using Xunit;

namespace TaskPlatform.Client.Tests.Comparisons;

public sealed class RunTimesTests
{
    [Theory]
    [InlineData(1, 1.0, 1)]
    [InlineData(2, 1.5, 2)]
    [InlineData(5, 3.0, 5)]
    [InlineData(20, 10.5, 19)]
    [InlineData(100, 50.5, 95)]
    public void Half_took_no_longer_than_the_median_and_nineteen_of_twenty_no_longer_than_the_percentile(int count, double median, int percentile)
    {
        RunTimes times = RunTimes.Of([.. Enumerable.Range(1, count).Reverse().Select(Outcome)]);

        times.Median.Should().Be(TimeSpan.FromSeconds(median));
        times.At(0.95).Should().Be(TimeSpan.FromSeconds(percentile));
    }

    [Fact]
    public void Nothing_has_no_time()
    {
        RunTimes times = RunTimes.Of([null, new RunOutcome(0, null, new TaskPlatformException())]);

        times.Median.Should().BeNull();
        times.At(0.95).Should().BeNull();
    }

    private static RunOutcome Outcome(int seconds)
    {
        TaskRun run = JsonSerializer.Deserialize<TaskRun>("{}")!;
        run.Response = new ResponseMetadata(HttpStatusCode.OK, attempts:
        [
            new RequestAttempt(AttemptOutcome.Throttled, HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1)),
            new RequestAttempt(AttemptOutcome.Answered, HttpStatusCode.OK, TimeSpan.FromSeconds(seconds)),
        ]);
        return new RunOutcome(0, null, run);
    }
}
