using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>What the platform answered to a call by method and path, with its body read as a type of yours.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
public sealed record RawAnswer<T>
{
    /// <summary>Puts an answer together, for tests of your own code.</summary>
    /// <param name="response">How it came.</param>
    /// <param name="value">The body.</param>
    public RawAnswer(ResponseMetadata response, T? value)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        Value = value;
    }

    /// <summary>The HTTP status, any 2xx: every other status is an exception.</summary>
    public HttpStatusCode StatusCode => Response.StatusCode;

    /// <summary>The answer's headers without those that describe its body; null where the answer was made without HTTP, as in tests.</summary>
    public HttpResponseHeaders? Headers => Response.Headers;

    /// <summary>The body as a type of yours; null when it was empty or JSON null.</summary>
    public T? Value { get; }

    /// <summary>How the answer came: status, headers, request id, attempts, time.</summary>
    public ResponseMetadata Response { get; }

    // The body stays out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Response = {Response}");
        return true;
    }
}
