using System.Net;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Ends a call with an error answer in one of the body shapes the service uses.</summary>
internal sealed class Refusal(HttpStatusCode status, JsonNode body) : Exception($"The platform answers {(int)status}.")
{
    public HttpStatusCode Status => status;

    public JsonNode Body => body;

    public static Refusal Text(HttpStatusCode status, string detail) => new(status, new JsonObject { ["detail"] = detail });

    public static Refusal Because(HttpStatusCode status, string reason, string message, JsonObject? details = null)
    {
        var detail = new JsonObject { ["reason"] = reason, ["message"] = message };
        if (details is not null)
        {
            detail[DetailsKey(reason)] = details;
        }

        return new Refusal(status, new JsonObject { ["detail"] = detail });
    }

    public static Refusal MalformedId(string field, string value) => Because(
        HttpStatusCode.BadRequest,
        "MALFORMED_RESOURCE_IDENTIFIER",
        $"The {field} is not a valid identifier.",
        new JsonObject { ["field"] = field, ["value"] = value, ["expected_format"] = "uuid" });

    public static Refusal NoRevision(string reason, Guid id) =>
        Because(HttpStatusCode.NotFound, reason, "No such revision.", new JsonObject { ["id"] = id.ToString() });

    public static Refusal NotPermitted(string permission, string message) => Because(
        HttpStatusCode.Forbidden,
        "PERMISSION_CHECK_FAILED",
        message,
        new JsonObject { ["subject"] = null, ["resource"] = null, ["permission"] = permission });

    public static Refusal NotAuthenticated(Guid requestId) => new(HttpStatusCode.Unauthorized, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = 401,
            ["status"] = "Unauthorized",
            ["request"] = requestId.ToString(),
            ["message"] = "Access credentials are invalid",
        },
    });

    // PERMISSION_CHECK_FAILED has its details under permissionCheckFailedError.
    private static string DetailsKey(string reason)
    {
        string[] words = reason.Split('_');
        return string.Concat(words.Select((word, at) => at == 0 ? Lower(word) : word[..1] + Lower(word[1..]))) + "Error";
    }

    private static string Lower(string word) => string.Concat(word.Select(char.ToLowerInvariant));
}
