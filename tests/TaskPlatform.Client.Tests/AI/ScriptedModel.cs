using Microsoft.Extensions.AI;

namespace TaskPlatform.Client.Tests.AI;

/// <summary>A chat model that calls a function once, and then says what came back.</summary>
internal sealed class ScriptedModel(string function, Dictionary<string, object?> arguments) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        FunctionResultContent? result = messages.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().LastOrDefault();
        AIContent next = result is null ? new FunctionCallContent("call-1", function, arguments) : new TextContent($"{result.Result}");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [next])));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
