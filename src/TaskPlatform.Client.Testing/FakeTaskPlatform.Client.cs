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

    /// <summary>A client of this platform: <see cref="CreateOptions"/>, changed as wanted, with this object as its handler. Dispose it as any other.</summary>
    /// <param name="configure">Changes the options first; null leaves them as they are.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The changed options are unusable; the message names each that is.</exception>
    public TaskPlatformClient CreateClient(Action<TaskPlatformClientOptions>? configure = null)
    {
        TaskPlatformClientOptions options = CreateOptions();
        configure?.Invoke(options);
        return new TaskPlatformClient(options, this);
    }
}
