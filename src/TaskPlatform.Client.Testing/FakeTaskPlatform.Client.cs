namespace TaskPlatform.Client.Testing;

// The one place that knows the SDK: everything else here knows the wire only.
public sealed partial class FakeTaskPlatform
{
    // A name that can never be resolved: a client that was not given this handler reaches nobody.
    private const string Host = "https://taskplatform.test";

    /// <summary>Options for a client of this platform: its addresses, organization, project, clock, and client credentials. A new object on each call.</summary>
    /// <returns>The options. The client also needs this object as its handler.</returns>
    public TaskPlatformClientOptions CreateOptions() => new()
    {
        BaseAddress = new Uri($"{Host}{BasePath}/"),
        TokenEndpoint = new Uri($"{Host}/oauth2/token"),
        OrganizationId = OrganizationId,
        ProjectId = ProjectId,
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        TimeProvider = timeProvider,
    };
}
