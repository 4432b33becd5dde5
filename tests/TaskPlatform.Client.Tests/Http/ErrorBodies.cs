namespace TaskPlatform.Client.Tests.Http;

/// <summary>Every shape of an error body that was seen or written down, with what is to be read from it.</summary>
internal static class ErrorBodies
{
    internal static readonly IReadOnlyDictionary<string, ErrorBodyCase> All = new Dictionary<string, ErrorBodyCase>(StringComparer.Ordinal)
    {
        ["gateway"] = new("""{"error":{"code":401,"message":"These credentials are not known."}}""", null, "These credentials are not known."),
        ["gateway in full"] = new("""{"error":{"code":401,"status":"Unauthorized","request":"gw-5d1f","message":"These credentials are not known."}}""", null, "These credentials are not known.", "gw-5d1f"),
        ["gateway without a message"] = new("""{"error":{"code":503,"status":"Service Unavailable"}}""", null, "Service Unavailable"),
        ["gateway without anything"] = new("""{"error":{"code":503}}""", null, null),
        ["reason, wrapped"] = new("""{"detail":{"reason":"MALFORMED_RESOURCE_IDENTIFIER","message":"That is no id.","malformedResourceIdentifierError":{"field":"task_id","value":"abc","expected_format":"uuid"}}}""", "MALFORMED_RESOURCE_IDENTIFIER", "That is no id."),
        ["reason, flat"] = new("""{"reason":"PERMISSION_CHECK_FAILED","message":"Not for you.","permissionCheckFailedError":{"subject":null,"resource":null,"permission":"task:edit"}}""", "PERMISSION_CHECK_FAILED", "Not for you."),
        ["reason nobody knows yet"] = new("""{"detail":{"reason":"MOON_IN_WRONG_PHASE","message":"Wait a week.","moonInWrongPhaseError":{"days":7}}}""", "MOON_IN_WRONG_PHASE", "Wait a week."),
        ["reason in small letters"] = new("""{"detail":{"reason":"duplicate_task_name","message":"Taken."}}""", "duplicate_task_name", "Taken."),
        ["reason without a message"] = new("""{"detail":{"reason":"INVALID_ROLE"}}""", "INVALID_ROLE", null),
        ["text under detail"] = new("""{"detail":"There is no such task"}""", null, "There is no such task"),
        ["documented"] = new("""{"error":{"type":"bad_request","message":"That can't be used.","details":{"field":"page_limit"}},"request_id":"req_33","timestamp":"2026-01-02T03:04:05Z"}""", "bad_request", "That can't be used.", "req_33"),
        ["text code under error"] = new("""{"error":{"code":"quota_exceeded","message":"No credits are left."}}""", "quota_exceeded", "No credits are left."),
        ["oauth"] = new("""{"error":"invalid_token","error_description":"It ended yesterday."}""", "invalid_token", "It ended yesterday."),
        ["oauth without words"] = new("""{"error":"invalid_client"}""", "invalid_client", null),
        ["message alone"] = new("""{"message":"Something."}""", null, "Something."),
        ["null under detail"] = new("""{"detail":null,"reason":"R","message":"M"}""", "R", "M"),
        ["number under detail"] = new("""{"detail":17}""", null, null),
        ["wrong kinds"] = new("""{"detail":{"reason":5,"message":["a"]},"request_id":{}}""", null, null),
        ["with a byte order mark"] = new("\uFEFF{\"detail\":\"Marked\"}", null, "Marked"),
        ["with blanks around it"] = new("\r\n  {\"detail\":\"Spaced\"}  \n", null, "Spaced"),
        ["half a surrogate pair"] = new("""{"detail":{"reason":"R","message":"a\ud83db"}}""", "R", "a\uFFFDb"),
        ["half a surrogate pair in a key"] = new("""{"\ud83d":1,"detail":"Still read"}""", null, "Still read"),
        ["a whole surrogate pair"] = new("""{"detail":"\ud83d\ude00"}""", null, "😀"),
        ["json text"] = new("\"Only a text\"", null, "Only a text"),
        ["json null"] = new("null", null, null),
        ["json number"] = new("42", null, null),
        ["json list"] = new("[1,2]", null, null),
        ["cut off json"] = new("""{"detail":{"reason":"CUT","mess""", null, null),
        ["no json"] = new("{nothing of the kind}", null, null),
        ["deep"] = new(string.Concat(Enumerable.Repeat("{\"detail\":", 10_000)) + "1" + new string('}', 10_000), null, null),
        ["deep list"] = new(new string('[', 10_000), null, null),
        ["plain text"] = new("  upstream request timeout \n", null, "upstream request timeout", ContentType: "text/plain"),
        ["plain text called json"] = new("Too Many Requests", null, "Too Many Requests"),
        ["json called html"] = new("""{"detail":"There is no such task"}""", null, "There is no such task", ContentType: "text/html"),
        ["html"] = new("<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>", null, null, ContentType: "text/html"),
        ["html with a byte order mark"] = new("\uFEFF \n<!DOCTYPE html><html></html>", null, null, ContentType: "text/html"),
        ["empty"] = new("", null, null),
        ["blank"] = new(" \n ", null, null),
    };
}

/// <summary>An error body and what is to be read from it.</summary>
internal sealed record ErrorBodyCase(string Text, string? Reason, string? Message, string? RequestId = null, string ContentType = "application/json");
