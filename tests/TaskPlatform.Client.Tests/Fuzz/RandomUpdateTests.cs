using System.Net;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>A thousand updates of each resource, made at random from a fixed seed: what is set is what is sent, by whatever serializer, and reads back as itself.</summary>
public sealed class RandomUpdateTests
{
    private const int Seed = 20250701;
    private const int Count = 1_000;

    [Fact]
    public void A_task_update_is_the_same_bytes_through_every_serializer_and_after_reading_it_back() => RoundTrip<UpdateTaskRequest>();

    [Fact]
    public void An_agent_update_is_the_same_bytes_through_every_serializer_and_after_reading_it_back() => RoundTrip<UpdateTaskAgentRequest>();

    [Fact]
    public async Task The_platform_receives_the_bytes_of_each_task_update()
    {
        using var platform = new FakeTaskPlatform();
        await using TaskPlatformClient client = Client(platform);
        platform.RespondNext(FakeOperation.UpdateTask, HttpStatusCode.OK, "{}", times: Count);
        var sent = new List<string>();
        var updates = new RandomUpdates(Seed);
        for (int index = 0; index < Count; index++)
        {
            UpdateTaskRequest request = updates.Next<UpdateTaskRequest>();
            sent.Add(Serializers.Write(request));
            await client.Tasks.UpdateAsync(Guid.NewGuid(), request, TestContext.Current.CancellationToken);
        }

        platform.RequestsFor(FakeOperation.UpdateTask).Select(static request => request.Text).Should().Equal(sent);
    }

    [Fact]
    public async Task The_platform_receives_the_bytes_of_each_agent_update()
    {
        using var platform = new FakeTaskPlatform();
        await using TaskPlatformClient client = Client(platform);
        platform.RespondNext(FakeOperation.UpdateAgent, HttpStatusCode.OK, "{}", times: Count);
        var sent = new List<string>();
        var updates = new RandomUpdates(Seed);
        while (sent.Count < Count)
        {
            UpdateTaskAgentRequest request = updates.Next<UpdateTaskAgentRequest>();
            if (request.ActiveRevisionId.IsSet)
            {
                continue; // refused beside other members, whatever the options say
            }

            sent.Add(Serializers.Write(request));
            await client.Agents.UpdateAsync(Guid.NewGuid(), request, TestContext.Current.CancellationToken);
        }

        platform.RequestsFor(FakeOperation.UpdateAgent).Select(static request => request.Text).Should().Equal(sent);
    }

    private static void RoundTrip<T>()
        where T : class, new()
    {
        var updates = new RandomUpdates(Seed);
        for (int index = 0; index < Count; index++)
        {
            T request = updates.Next<T>();
            string body = Serializers.Write(request);
            using (JsonDocument keys = JsonDocument.Parse(body))
            {
                keys.RootElement.EnumerateObject().Select(static key => key.Name).Should().OnlyHaveUniqueItems();
            }

            foreach ((string name, JsonSerializerOptions options) in Serializers.All)
            {
                Same(JsonSerializer.Serialize(request, options), body, $"written with {name}, update {index} of seed {Seed}");
                T read = JsonSerializer.Deserialize<T>(body, options)!;
                Same(Serializers.Write(read), body, $"read with {name}, update {index} of seed {Seed}");
            }
        }
    }

    // Cheaper than an assertion for each of many thousand texts.
    private static void Same(string actual, string expected, string because)
    {
        if (!string.Equals(actual, expected, StringComparison.Ordinal))
        {
            actual.Should().Be(expected, because);
        }
    }

    // Random values break the platform's limits; what is compared here is what goes out.
    private static TaskPlatformClient Client(FakeTaskPlatform platform) => platform.CreateClient(static options => options.ValidateRequests = false);
}
