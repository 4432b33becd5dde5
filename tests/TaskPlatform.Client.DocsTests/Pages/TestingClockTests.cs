using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TestingClockTests
{
    [Fact]
    public async Task A_token_ends_when_the_clock_says_so() => (await CountTokensAsync()).Should().Be(2);

    private static async Task<int> CountTokensAsync()
    {
        // docs: fake-clock
        var clock = new TestClock();
        using var platform = new FakeTaskPlatform(timeProvider: clock) { TokenLifetime = TimeSpan.FromMinutes(30) };
        FakeTask task = platform.AddTask("Greet");
        using TaskPlatformClient client = platform.CreateClient();      // on the same clock

        await client.Tasks.RunAsync(task.Id, new RunTaskRequest());
        clock.Advance(TimeSpan.FromHours(1));
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest());
        int tokens = platform.TokensIssued;                             // 2

        // docs: end
        return tokens;
    }

    [Fact]
    public async Task A_revoked_token_is_renewed()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Greet");
        using TaskPlatformClient client = platform.CreateClient();

        await RunAsync();
        platform.RevokeTokens();
        await RunAsync();

        platform.TokensIssued.Should().Be(2);
        platform.ExecutedRuns.Should().Be(2);

        Task<TaskRun> RunAsync() => client.Tasks.RunAsync(task.Id, new RunTaskRequest());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_choice()
    {
        (await ChooseAsync(7)).Should().Equal(await ChooseAsync(7)).And.Contain(0).And.Contain(1);

        static async Task<List<int>> ChooseAsync(int seed)
        {
            using var platform = new FakeTaskPlatform(seed);
            using TaskPlatformClient client = platform.CreateClient();
            FakeTask task = platform.AddTask("Greet");
            Guid[] revisions = [task.Revisions[0].Id, task.AddRevision().Id];
            await client.Tasks.SetTrafficAsync(task.Id, [new(revisions[0], 0.5), new(revisions[1], 0.5)]);
            List<int> chosen = [];
            for (int run = 0; run < 20; run++)
            {
                chosen.Add(Array.IndexOf(revisions, (await client.Tasks.RunAsync(task.Id, new RunTaskRequest())).RevisionId));
            }

            return chosen;
        }
    }
}

// docs: fake-clock
internal sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}

// docs: end
