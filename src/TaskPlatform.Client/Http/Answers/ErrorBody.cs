using System.Net;
using System.Text.Json;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>
/// Reads every error body that was ever seen or written down: the reason form with and without its wrapper, text or a
/// list under <c>detail</c>, the gateway's, the documented and the OAuth form under <c>error</c>; for HTML, plain text
/// and nothing there is just the text.
/// </summary>
internal static class ErrorBody
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 512, AllowTrailingCommas = true };

    /// <summary>Reads a body from its bytes, which are valid Unicode; where they are no JSON, its text is all there is.</summary>
    internal static ErrorAnswer Parse(ReadOnlyMemory<byte> json, string text, HttpStatusCode status)
    {
        var plain = new ErrorAnswer { StatusCode = status };
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => OfObject(plain, document.RootElement),
                JsonValueKind.String => plain with { Message = document.RootElement.Text() },
                _ => plain,
            };
        }
        catch (JsonException)
        {
            // An HTML page says nothing to a caller but its status, which the exception has anyway.
            string trimmed = text.Trim();
            return trimmed.Length == 0 || trimmed[0] is '<' or '{' or '[' ? plain : plain with { Message = trimmed };
        }
    }

    private static ErrorAnswer OfObject(ErrorAnswer answer, JsonElement body)
    {
        answer = answer with { RequestId = body.Text("request_id") };
        if (body.TryGetProperty("detail", out JsonElement detail))
        {
            return detail.ValueKind switch
            {
                JsonValueKind.Object => OfReason(answer, detail),
                JsonValueKind.Array => answer with { Issues = ErrorIssues.Read(detail) },
                JsonValueKind.String => answer with { Message = detail.Text() },
                _ => OfReason(answer, body),
            };
        }

        if (body.TryGetProperty("error", out JsonElement error))
        {
            return error.ValueKind switch
            {
                JsonValueKind.Object => OfError(answer, error),
                JsonValueKind.String => answer with { Reason = error.Text(), Message = body.Text("error_description") ?? body.Text("message") },
                _ => OfReason(answer, body),
            };
        }

        return OfReason(answer, body);
    }

    private static ErrorAnswer OfReason(ErrorAnswer answer, JsonElement reason) =>
        answer with { Reason = reason.Text("reason"), Message = reason.Text("message") };

    // The gateway gives a numeric code, a status text and its request's id; the documented form a type.
    private static ErrorAnswer OfError(ErrorAnswer answer, JsonElement error) => answer with
    {
        Reason = error.Text("type") ?? error.Text("reason") ?? error.Text("code"),
        Message = error.Text("message") ?? error.Text("status"),
        RequestId = answer.RequestId ?? error.Text("request"),
    };

    private static string? Text(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) ? value.Text() : null;

    internal static string? Text(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
