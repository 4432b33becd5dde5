using System.Net;
using System.Net.Http.Headers;
using TaskPlatform.Client.Tests.Fuzz;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

/// <summary>A client whose agent answers with given bytes, and what it reads of them.</summary>
internal static class AgentStreams
{
    internal static readonly Guid AgentId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    private static readonly RunTaskAgentRequest Hello = new() { Message = "Hello" };

    internal static TaskPlatformClient Client(HttpMessageHandler handler, Action<TaskPlatformClientOptions>? configure = null)
    {
        var options = new TaskPlatformClientOptions { OrganizationId = Guid.NewGuid(), ProjectId = Guid.NewGuid(), ApiKey = "key", Retry = { MaxAttempts = 1 } };
        configure?.Invoke(options);
        return new TaskPlatformClient(options, handler);
    }

    internal static HttpResponseMessage Answer(Stream bytes, string? mediaType = "text/event-stream")
    {
        var content = new StreamContent(bytes);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    /// <summary>Reads what comes in pieces of a size, and how it ends.</summary>
    internal static async Task<(IReadOnlyList<TaskAgentEvent> Events, Exception? Failure)> ReadAsync(byte[] bytes, int pieceSize = 0)
    {
        using var handler = new AnsweringHandler(_ => Answer(new PieceStream([bytes], pieceSize)));
        using TaskPlatformClient client = Client(handler);
        return await ReadAsync(client.Agents.RunAsync(AgentId, Hello, TestContext.Current.CancellationToken));
    }

    internal static async Task<(IReadOnlyList<TaskAgentEvent> Events, Exception? Failure)> ReadAsync(IAsyncEnumerable<TaskAgentEvent> events)
    {
        List<TaskAgentEvent> read = [];
        try
        {
            await foreach (TaskAgentEvent one in events)
            {
                read.Add(one);
            }

            return (read, null);
        }
        catch (Exception failure)
        {
            return (read, failure);
        }
    }
}
