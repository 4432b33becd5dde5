namespace TaskPlatform.Client.DependencyInjection;

/// <summary>Reads options from environment variables: ours, or the platform's own family when none of ours is set.</summary>
internal sealed class EnvironmentVariables(Func<string, string?> read)
{
    internal static readonly EnvironmentVariables OfProcess = new(Environment.GetEnvironmentVariable);

    private static readonly Family Ours = new(
        "TASKPLATFORM_CLIENT_ID", "TASKPLATFORM_CLIENT_SECRET", "TASKPLATFORM_API_KEY", "TASKPLATFORM_ORG_ID", "TASKPLATFORM_PROJECT_ID", ["TASKPLATFORM_BASE_URL"], "TASKPLATFORM_TOKEN_URL");

    private static readonly Family Platform = new(
        "RB_CLIENT_ID", "RB_CLIENT_SECRET", "RB_API_KEY", "RB_ORG_ID", "RB_PROJECT_ID", ["RB_API_URL", "RB_API_BASE_URL"], "RB_OAUTH2_URL");

    /// <summary>Sets what is unset; a credential only if the options have none.</summary>
    internal void FillUnset(TaskPlatformClientOptions options)
    {
        options.ReadsEnvironment = true;
        Family family = Ours.All.Any(name => Value(name) is not null) ? Ours : Platform;
        if (options.GivenBaseAddress is null)
        {
            options.BaseAddress = Address(family.BaseUrl.FirstOrDefault(name => Value(name) is not null), "/api/v1", options);
        }

        if (options.GivenTokenEndpoint is null)
        {
            options.TokenEndpoint = Address(family.TokenUrl, "/oauth2/token", options);
        }

        options.OrganizationId ??= Id(family.OrganizationId, options);
        options.ProjectId ??= Id(family.ProjectId, options);
        if (!options.HasCredential)
        {
            FillCredential(family, options);
        }
    }

    private void FillCredential(Family family, TaskPlatformClientOptions options)
    {
        options.ClientId = Value(family.ClientId);
        options.ClientSecret = Value(family.ClientSecret);
        options.ApiKey = Value(family.ApiKey);
        if (options.ApiKey is not null && (options.ClientId ?? options.ClientSecret) is not null)
        {
            options.UnusableValues.Add($"{family.ApiKey} and {family.ClientId} or {family.ClientSecret} are set in the environment: which is meant? Unset one of them.");
        }
        else if (options.ClientId is null != options.ClientSecret is null)
        {
            options.UnusableValues.Add($"Of {family.ClientId} and {family.ClientSecret} only one is set in the environment; both are needed.");
        }
    }

    // Empty counts as not set: that is how compose files and pipelines pass on what they do not have.
    private string? Value(string name) => read(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private Guid? Id(string name, TaskPlatformClientOptions options)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (Guid.TryParse(value, out Guid id))
        {
            return id;
        }

        options.UnusableValues.Add($"The environment variable {name} is not a UUID.");
        return null;
    }

    private Uri? Address(string? name, string usualPath, TaskPlatformClientOptions options)
    {
        if (name is null || Value(name) is not { } value)
        {
            return null;
        }

        if (Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http")
        {
            return address.AbsolutePath == "/" ? new Uri(address, usualPath) : address;
        }

        options.UnusableValues.Add($"The environment variable {name} is not an absolute https address.");
        return null;
    }

    private sealed record Family(string ClientId, string ClientSecret, string ApiKey, string OrganizationId, string ProjectId, string[] BaseUrl, string TokenUrl)
    {
        internal IEnumerable<string> All => [ClientId, ClientSecret, ApiKey, OrganizationId, ProjectId, .. BaseUrl, TokenUrl];
    }
}
