namespace TaskPlatform.Client.Tests.Faults;

/// <summary>The options of an experiment: repeats wait for nothing, every limit is the clock's.</summary>
internal static class LabClient
{
    internal static TaskPlatformClientOptions Options(LabCell cell, TimeProvider clock, Uri platform, Uri tokens)
    {
        var options = new TaskPlatformClientOptions
        {
            BaseAddress = new Uri(platform, "api/v1/"),
            TokenEndpoint = new Uri(tokens, "oauth2/token"),
            OrganizationId = LabCalls.OrganizationId,
            ProjectId = LabCalls.ProjectId,
            Credential = cell.Call == LabCall.Token ? TaskPlatformCredential.ClientCredentials("id", "a-secret-of-the-laboratory") : TaskPlatformCredential.ApiKey("a-key-of-the-laboratory"),
            TimeProvider = clock,
        };
        options.Retry.MaxAttempts = cell.Repeats ? 3 : 1;
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero;
        options.Timeouts.Run = options.Timeouts.Update = options.Timeouts.Read = options.Timeouts.Token = StallClock.Limit;
        options.Fallback.Mode = cell.Fallback == LabFallback.Off ? FallbackMode.Never : FallbackMode.OnFailure;
        options.Fallback.OnUnknownOutcome = cell.Fallback == LabFallback.OnUnknown;
        return options;
    }
}
