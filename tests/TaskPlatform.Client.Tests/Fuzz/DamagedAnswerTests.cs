using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>
/// Ten thousand damaged answers of each kind: the caller gets a result that can be read to its last property, or an
/// exception of ours. The console project beside this one plays any number of them.
/// </summary>
public sealed class DamagedAnswerTests
{
    private const int Seed = 20250630;
    private const int Count = 10_000;

    [Theory]
    [InlineData(nameof(FuzzKind.Task), "updated", "activated", "not activated", "unreadable")]
    [InlineData(nameof(FuzzKind.Agent), "updated", "activated", "not activated", "unreadable")]
    [InlineData(nameof(FuzzKind.Run), "run", "typed", "failed", "misfit", "unreadable")]
    [InlineData(nameof(FuzzKind.Error), nameof(TaskPlatformApiException), nameof(TaskPlatformValidationException), nameof(TaskPlatformAuthenticationException), nameof(TaskPlatformPermissionException), nameof(TaskPlatformNotFoundException), nameof(TaskPlatformRateLimitException))]
    [InlineData(nameof(FuzzKind.Token), "token", "token, rotated", "no token", "refused")]
    public async Task Give_a_result_that_can_be_read_or_an_exception_of_ours(string kind, params string[] outcomes)
    {
        using var run = new FuzzRun(Enum.Parse<FuzzKind>(kind), Seed);

        Task all = Task.Run(() => run.RunAsync(0, Count), TestContext.Current.CancellationToken);

        try
        {
            // Far more than it takes: a case that never ends is told by its number instead of stopping the build.
            await all.WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{run.Current} does not end.");
        }

        run.Outcomes.Values.Sum().Should().Be(Count);
        run.Outcomes.Keys.Should().BeEquivalentTo(outcomes, "every way to end is met");
    }

    [Fact]
    public void The_same_number_gives_the_same_bytes()
    {
        for (int index = 0; index < 200; index++)
        {
            new FuzzCase(FuzzKind.Run, Seed, index).Body.Should().Equal(new FuzzCase(FuzzKind.Run, Seed, index).Body);
        }
    }
}
