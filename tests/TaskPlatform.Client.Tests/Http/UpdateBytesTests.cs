using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Agents;
using TaskPlatform.Client.Tests.Platform;
using TaskPlatform.Client.Tests.Tasks;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Each state of each member of both updates, as the bytes a server gets over a socket. An empty update never gets there.</summary>
public sealed class UpdateBytesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_receives_exactly_the_bytes_of_a_task_update()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        using TaskPlatformClient client = CreateClient(host);
        host.Fake.RespondNext(FakeOperation.UpdateTask, HttpStatusCode.OK, "{}", times: UpdateTaskRequestCases.All.Count);
        (UpdateTaskRequest Request, string Body)[] sent = [.. UpdateTaskRequestCases.All.Values.Where(static one => one.Body != "{}")];

        foreach ((UpdateTaskRequest request, _) in sent)
        {
            await client.Tasks.UpdateAsync(Guid.NewGuid(), request, Cancellation);
        }

        Received(host, FakeOperation.UpdateTask).Should().Equal(sent.Select(static one => one.Body));
        sent.Length.Should().BeGreaterThan(60);
    }

    [Fact]
    public async Task The_server_receives_exactly_the_bytes_of_an_agent_update()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        using TaskPlatformClient client = CreateClient(host);
        host.Fake.RespondNext(FakeOperation.UpdateAgent, HttpStatusCode.OK, "{}", times: UpdateTaskAgentRequestCases.All.Count);
        (UpdateTaskAgentRequest Request, string Body)[] sent = [.. UpdateTaskAgentRequestCases.All.Values.Where(static one => one.Body != "{}")];

        foreach ((UpdateTaskAgentRequest request, _) in sent)
        {
            await client.Agents.UpdateAsync(Guid.NewGuid(), request, Cancellation);
        }

        Received(host, FakeOperation.UpdateAgent).Should().Equal(sent.Select(static one => one.Body));
        sent.Length.Should().BeGreaterThan(30);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_update_with_nothing_set_never_reaches_the_server(bool validate)
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        TaskPlatformClientOptions options = host.CreateOptions();
        options.ValidateRequests = validate;
        using var client = new TaskPlatformClient(options);

        await client.Tasks.Invoking(tasks => tasks.UpdateAsync(Guid.NewGuid(), new UpdateTaskRequest(), Cancellation)).Should().ThrowAsync<ArgumentException>();
        await client.Agents.Invoking(agents => agents.UpdateAsync(Guid.NewGuid(), new UpdateTaskAgentRequest(), Cancellation)).Should().ThrowAsync<ArgumentException>();
        await client.Agents.Invoking(agents => agents.UpdateAsync(Guid.NewGuid(), new UpdateTaskAgentRequest { ActiveRevisionId = Guid.NewGuid(), Name = "Desk" }, Cancellation))
            .Should().ThrowAsync<ArgumentException>();

        host.Fake.Requests.Should().BeEmpty();
    }

    // The cases hold values the platform would refuse; what is compared here is what goes out.
    private static TaskPlatformClient CreateClient(KestrelPlatform host)
    {
        TaskPlatformClientOptions options = host.CreateOptions();
        options.ValidateRequests = false;
        return new TaskPlatformClient(options);
    }

    private static IEnumerable<string> Received(KestrelPlatform host, FakeOperation operation) =>
        host.Fake.RequestsFor(operation).Select(static request => request.Text);
}
