using System.Net;
using System.Net.Http.Headers;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client;

/// <summary>How an answer came: never part of the answer's JSON.</summary>
public sealed class ResponseMetadata
{
    /// <summary>Makes the facts of an answer; for tests of programs that use this client.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="headers">The headers, or null for none.</param>
    /// <param name="attempts">All attempts of the call, the last one being the one that answered.</param>
    /// <param name="elapsed">From the call's start to its end.</param>
    public ResponseMetadata(
        HttpStatusCode statusCode,
        HttpResponseHeaders? headers = null,
        IReadOnlyList<RequestAttempt>? attempts = null,
        TimeSpan elapsed = default)
    {
        StatusCode = statusCode;
        Headers = headers;
        Attempts = attempts ?? [];
        Elapsed = elapsed;
    }

    /// <summary>The HTTP status, any 2xx.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The answer's headers, or null where the answer was made without HTTP, as in tests.</summary>
    public HttpResponseHeaders? Headers { get; }

    /// <summary>The id the platform's gateway gave the request (<c>X-Request-ID</c>), or null when it gave none; worth quoting to support.</summary>
    public string? RequestId => ResponseHeader.Find(Headers, ResponseHeader.RequestId);

    /// <summary>All attempts of the call in order, the last one being the one that answered.</summary>
    public IReadOnlyList<RequestAttempt> Attempts { get; }

    /// <summary>From the call's start to the end of its answer, waits between attempts included.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>When the first attempt was sent, for exceptions about an answer; null where the answer was made without HTTP.</summary>
    internal DateTimeOffset? SentAt { get; init; }

    /// <summary>Shows status, attempts and time; never a header.</summary>
    public override string ToString() => $"{(int)StatusCode} after {Attempts.Count} attempt(s) in {Elapsed.TotalMilliseconds:F0} ms";
}
