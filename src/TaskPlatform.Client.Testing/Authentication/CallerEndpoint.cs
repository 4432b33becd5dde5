using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Authentication;

/// <summary><c>GET /whoami</c>: who calls, and for OAuth clients and API keys the organization and project they belong to.</summary>
internal sealed class CallerEndpoint(PlatformState state)
{
    public HttpResponseMessage Get(Exchange call)
    {
        bool isClient = call.Caller == Caller.Client;
        var body = new JsonObject
        {
            ["id"] = state.UserId.ToString(),
            ["email"] = isClient ? "fake@clients.example.org" : "somebody@example.org",
            ["name"] = isClient ? "Fake client" : "Somebody",
        };
        if (isClient)
        {
            body["client"] = new JsonObject { ["org_id"] = state.Home.Organization.ToString(), ["project_id"] = state.Home.Project.ToString() };
        }

        return Answer.Json(HttpStatusCode.OK, body);
    }
}
