using System.Text;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing;

/// <summary>One call as <see cref="FakeTaskPlatform"/> received it. Its text form shows method and path only, never a header or the body.</summary>
public sealed class FakeRequest
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    internal FakeRequest(HttpRequestMessage message, FakeOperation operation, DateTimeOffset receivedAt)
    {
        Operation = operation;
        ReceivedAt = receivedAt;
        Method = message.Method.Method;
        Uri = message.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(message));
        foreach (KeyValuePair<string, IEnumerable<string>> header in message.Headers)
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        foreach (KeyValuePair<string, IEnumerable<string>> header in message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }
    }

    /// <summary>Which call of the platform the method and the path name.</summary>
    public FakeOperation Operation { get; }

    /// <summary>When the call arrived, by the clock of the platform.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The HTTP method, in capitals as sent.</summary>
    public string Method { get; }

    /// <summary>The whole address, with the host the caller meant.</summary>
    public Uri Uri { get; }

    /// <summary>Path and query, escaped exactly as they were sent.</summary>
    public string PathAndQuery => Uri.PathAndQuery;

    /// <summary>The path alone, escaped exactly as it was sent.</summary>
    public string Path => Uri.AbsolutePath;

    /// <summary>The query with its leading <c>?</c>, escaped exactly as it was sent; empty when there was none.</summary>
    public string Query => Uri.Query;

    /// <summary>The headers of the request and of its body; names compare without case, several values of a name are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers => headers;

    /// <summary>The <c>Authorization</c> header; null when none was sent.</summary>
    public string? Authorization => headers.GetValueOrDefault("Authorization");

    /// <summary>The bytes of the body; empty when there was none, or when a step scripted for <see cref="FakeMoment.BeforeBody"/> ended the call.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>The body read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body read as JSON, a new copy on each call.</summary>
    /// <exception cref="System.Text.Json.JsonException">The body is not JSON.</exception>
    public JsonNode? ReadJson() => JsonNode.Parse(Body.Span, documentOptions: Wire.Json.ReadOptions);

    /// <summary>Method and path, for the messages of assertions.</summary>
    public override string ToString() => $"{Method} {Path}";
}
