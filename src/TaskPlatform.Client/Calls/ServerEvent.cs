using System.Text.Json;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Calls;

/// <summary>One server-sent event: the name on its own line, <c>message</c> where there was none, and its data; a JSON string where the data is no JSON.</summary>
internal readonly struct ServerEvent(string name, JsonElement data)
{
    internal string Name => name;

    internal JsonElement Data => data;
}

/// <summary>An answer that comes in events: how it came, and the events as they arrive. Whoever ends reading disposes it.</summary>
internal sealed class EventAnswer(ResponseMetadata response, IAsyncEnumerable<ServerEvent> events, CallFacts facts)
{
    /// <summary>Status, headers, attempts.</summary>
    internal ResponseMetadata Response => response;

    /// <summary>The events; what breaks them off is thrown as this client's exception, with an unknown outcome.</summary>
    internal IAsyncEnumerable<ServerEvent> Events => events;

    /// <summary>What is known of the call, should the events end as they must not.</summary>
    internal CallFacts Facts => facts;
}
