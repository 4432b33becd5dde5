using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Identity;

/// <summary>The endpoint that tells who calls: the one that lies under the API's base itself, outside of any project.</summary>
internal static class IdentityRoutes
{
    internal static readonly Route<Nothing, CallerIdentity> WhoAmI = new(HttpMethod.Get, "whoami", CallKind.Read, "get_caller");
}
