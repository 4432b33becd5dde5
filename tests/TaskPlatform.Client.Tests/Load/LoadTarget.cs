namespace TaskPlatform.Client.Tests.Load;

/// <summary>What a client must know of a platform under load.</summary>
internal sealed record LoadTarget(
    Uri BaseAddress, Uri TokenEndpoint, Guid OrganizationId, Guid ProjectId, string ClientId, string ClientSecret, Guid TaskId)
{
    internal TaskPlatformClient CreateClient(Action<TaskPlatformClientOptions>? configure = null)
    {
        var options = new TaskPlatformClientOptions
        {
            BaseAddress = BaseAddress,
            TokenEndpoint = TokenEndpoint,
            OrganizationId = OrganizationId,
            ProjectId = ProjectId,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
        };
        configure?.Invoke(options);
        return new TaskPlatformClient(options);
    }

    /// <summary>Shows no secret.</summary>
    public override string ToString() => BaseAddress.ToString();
}
