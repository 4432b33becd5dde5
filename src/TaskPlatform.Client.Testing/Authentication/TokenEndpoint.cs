using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Authentication;

/// <summary><c>POST …/oauth2/token</c>: client credentials and refresh tokens become access tokens.</summary>
internal sealed class TokenEndpoint(PlatformState state)
{
    private readonly HashSet<string> refreshTokens = new(StringComparer.Ordinal);

    public string IssueRefreshToken()
    {
        string token = state.Ids.Secret("fake_rt_");
        refreshTokens.Add(token);
        return token;
    }

    public HttpResponseMessage Handle(Exchange call)
    {
        Dictionary<string, string> form = Form.Parse(call.Request.Text);
        if (!IsForm(call.Request))
        {
            return Error(HttpStatusCode.BadRequest, "invalid_request", "The body must be form-url-encoded.");
        }

        if (!ClientCredentials.TryRead(call.Request, form, out ClientCredentials? client))
        {
            return Error(HttpStatusCode.BadRequest, "invalid_request", "The client credentials are malformed or sent twice.");
        }

        return form.GetValueOrDefault("grant_type") switch
        {
            "client_credentials" => Accepts(client) ? Grant(form, withRefreshToken: false) : InvalidClient(call.Request),
            "refresh_token" => client is { Secret: not null } && !Accepts(client) ? InvalidClient(call.Request) : Refresh(form),
            null or "" => Error(HttpStatusCode.BadRequest, "invalid_request", "The grant_type is missing."),
            _ => Error(HttpStatusCode.BadRequest, "unsupported_grant_type", "The grant_type is not supported."),
        };
    }

    private static bool IsForm(FakeRequest request) =>
        request.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    private static HttpResponseMessage Error(HttpStatusCode status, string error, string description) =>
        NoStore(Answer.Json(status, new JsonObject { ["error"] = error, ["error_description"] = description }));

    private static HttpResponseMessage InvalidClient(FakeRequest request)
    {
        HttpResponseMessage answer = Error(HttpStatusCode.Unauthorized, "invalid_client", "Client authentication failed.");
        if (request.Authorization is not null)
        {
            answer.Headers.WwwAuthenticate.Add(new AuthenticationHeaderValue("Basic"));
        }

        return answer;
    }

    private static HttpResponseMessage NoStore(HttpResponseMessage answer)
    {
        answer.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true };
        return answer;
    }

    private bool Accepts(ClientCredentials? client) =>
        client is { Id: not null, Secret: not null } && state.Clients.TryGetValue(client.Id, out string? secret) && secret == client.Secret;

    private HttpResponseMessage Refresh(Dictionary<string, string> form)
    {
        string token = form.GetValueOrDefault("refresh_token") ?? "";

        // Each is good once: the answer carries its successor.
        return refreshTokens.Remove(token)
            ? Grant(form, withRefreshToken: true)
            : Error(HttpStatusCode.BadRequest, "invalid_grant", "The refresh token is unknown or was used before.");
    }

    private HttpResponseMessage Grant(Dictionary<string, string> form, bool withRefreshToken)
    {
        string token = state.Ids.Secret("fake_at_");
        state.Bearers.AddToken(token, state.TokenLifetime);
        state.TokensIssued++;
        var body = new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "bearer",
            ["expires_in"] = (long)state.TokenLifetime.TotalSeconds,
            ["scope"] = form.GetValueOrDefault("scope") ?? "",
        };
        if (withRefreshToken)
        {
            body["refresh_token"] = IssueRefreshToken();
        }

        return NoStore(Answer.Json(HttpStatusCode.OK, body));
    }
}
