using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client;

/// <summary>What the platform answered to a call by method and path: status, headers and body as they came.</summary>
public sealed record RawAnswer
{
    /// <summary>Puts an answer together, for tests of your own code.</summary>
    /// <param name="response">How it came.</param>
    /// <param name="body">The body; for one that is empty an element that is JSON null.</param>
    public RawAnswer(ResponseMetadata response, JsonElement body)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        Body = body;
    }

    /// <summary>The HTTP status, any 2xx: every other status is an exception.</summary>
    public HttpStatusCode StatusCode => Response.StatusCode;

    /// <summary>The answer's headers without those that describe its body; null where the answer was made without HTTP, as in tests.</summary>
    public HttpResponseHeaders? Headers => Response.Headers;

    /// <summary>The JSON that came, of any kind; <see cref="JsonValueKind.Null"/> when the body was empty.</summary>
    public JsonElement Body { get; }

    /// <summary>How the answer came: status, headers, request id, attempts, time.</summary>
    public ResponseMetadata Response { get; }

    // The body stays out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Response = {Response}");
        return true;
    }
}
