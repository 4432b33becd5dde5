using System.Globalization;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// What options must satisfy before a client is made of them. Each failure names the option, or its configuration key when
/// the options came from configuration, and never a secret's value.
/// </summary>
internal sealed class OptionsRules
{
    // Timers take no more.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly TaskPlatformClientOptions options;
    private readonly List<string> failures;

    private OptionsRules(TaskPlatformClientOptions options)
    {
        this.options = options;
        failures = [.. options.UnusableValues];
    }

    /// <summary>All failures; empty when a client can be made.</summary>
    internal static IReadOnlyList<string> Check(TaskPlatformClientOptions options)
    {
        var rules = new OptionsRules(options);
        rules.CheckIds();
        rules.CheckAddresses();
        rules.CheckCredential();
        rules.CheckRetry();
        rules.CheckTimeouts();
        rules.CheckFallback();
        rules.CheckRest();
        return rules.failures;
    }

    /// <summary>For a client made without a container.</summary>
    internal static void ThrowIfBroken(TaskPlatformClientOptions options)
    {
        if (Check(options) is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, failures), nameof(options));
        }
    }

    private void CheckIds()
    {
        Require(options.OrganizationId != Guid.Empty, "OrganizationId", $"must be the organization's UUID, not zeros{Variable("TASKPLATFORM_ORG_ID")}; left out, that of the credential is taken.");
        Require(options.ProjectId != Guid.Empty, "ProjectId", $"must be the project's UUID, not zeros{Variable("TASKPLATFORM_PROJECT_ID")}; left out, that of the credential is taken.");
    }

    private void CheckAddresses()
    {
        CheckAddress(options.BaseAddress, "BaseAddress");
        CheckAddress(options.TokenEndpoint, "TokenEndpoint");
        Require(
            options.GivenTokenEndpoint is not null || !UsesTokenEndpoint || IsDefault(options.BaseAddress),
            "TokenEndpoint",
            $"is required{Variable("TASKPLATFORM_TOKEN_URL")}, because {Name("BaseAddress")} is not the default and the credential needs tokens: the secret of one system is not sent to another.");
    }

    private bool UsesTokenEndpoint => options.Credential?.UsesTokenEndpoint ?? string.IsNullOrEmpty(options.ApiKey);

    private static bool IsDefault(Uri address) =>
        address.IsAbsoluteUri && address.AbsoluteUri.TrimEnd('/') == TaskPlatformClientOptions.DefaultBaseAddress.AbsoluteUri.TrimEnd('/');

    private void CheckAddress(Uri address, string member)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            Fail(member, "must be an absolute https address.");
            return;
        }

        Require(address.Scheme == "https" || address.IsLoopback, member, "must be https; plain http is for loopback only, because it would show the token to everyone on the way.");
        Require(address.UserInfo.Length == 0, member, "must not hold a user name or password.");
        Require(address.Fragment.Length == 0 && (address.Query.Length == 0 || member != "BaseAddress"), member, "must not hold a query or fragment.");
    }

    private void CheckCredential()
    {
        bool client = !string.IsNullOrEmpty(options.ClientId) || !string.IsNullOrEmpty(options.ClientSecret);
        bool key = !string.IsNullOrEmpty(options.ApiKey);
        string[] given = [.. Named("Credential", options.Credential is not null), .. Named("ClientId", client), .. Named("ApiKey", key)];
        if (given.Length == 0)
        {
            failures.Add($"A credential is required: give {Name("ClientId")} with {Name("ClientSecret")}, or {Name("ApiKey")}, or set Credential in code{Variable("TASKPLATFORM_CLIENT_ID and TASKPLATFORM_CLIENT_SECRET, or TASKPLATFORM_API_KEY")}.");
        }

        if (given.Length > 1)
        {
            failures.Add($"More than one credential is given ({string.Join(", ", given)}); exactly one is allowed.");
        }

        Require(!client || !string.IsNullOrEmpty(options.ClientId), "ClientId", $"is required beside {Name("ClientSecret")}.");
        Require(!client || !string.IsNullOrEmpty(options.ClientSecret), "ClientSecret", $"is required beside {Name("ClientId")}.");
        Require(!key || BearerToken.IsUsable(options.ApiKey!), "ApiKey", "holds blanks, line breaks or characters outside ASCII; was it read from a file together with the line's end?");
        Require(options.Scopes is not null && !options.Scopes.Any(string.IsNullOrWhiteSpace), "Scopes", "must be a list without empty entries.");
        Require(options.ClientAuthentication is ClientAuthentication.Basic or ClientAuthentication.Form, "ClientAuthentication", "must be Basic or Form.");
    }

    private void CheckRetry()
    {
        if (options.Retry is not { } retry)
        {
            Fail("Retry", "must not be null.");
            return;
        }

        Require(retry.MaxAttempts >= 1, "Retry:MaxAttempts", "must be at least 1, which turns repeats off.");
        RequireWait(retry.BaseDelay, "Retry:BaseDelay");
        RequireWait(retry.MaxDelay, "Retry:MaxDelay");
        RequireWait(retry.MaxRetryAfter, "Retry:MaxRetryAfter");
        Require(retry.MaxDelay >= retry.BaseDelay, "Retry:MaxDelay", $"must not be less than {Name("Retry:BaseDelay")}.");
    }

    private void CheckTimeouts()
    {
        if (options.Timeouts is not { } timeouts)
        {
            Fail("Timeouts", "must not be null.");
            return;
        }

        RequireLimit(timeouts.Connect, "Timeouts:Connect");
        RequireLimit(timeouts.Run, "Timeouts:Run");
        RequireLimit(timeouts.Update, "Timeouts:Update");
        RequireLimit(timeouts.Read, "Timeouts:Read");
        RequireLimit(timeouts.Token, "Timeouts:Token");
    }

    private void CheckFallback()
    {
        if (options.Fallback is not { } fallback)
        {
            Fail("Fallback", "must not be null.");
            return;
        }

        Require(fallback.Mode is FallbackMode.OnFailure or FallbackMode.Never or FallbackMode.Always, "Fallback:Mode", "must be OnFailure, Never or Always.");
        Require(fallback.FailuresBeforeBreak >= 0, "Fallback:FailuresBeforeBreak", "must not be negative; 0 turns the break off.");
        RequireLimit(fallback.BreakDuration, "Fallback:BreakDuration");
    }

    private void CheckRest()
    {
        int length = options.ReportingGroup is { } group ? TextLimit.Length(group) : 1;
        Require(!options.ValidateRequests || length is >= 1 and <= 64, "ReportingGroup", string.Create(CultureInfo.InvariantCulture, $"must have 1 to 64 characters, not {length}."));
        Require(options.MaxFileSize >= 0, "MaxFileSize", "must not be negative.");
        Require(options.ApplicationName is null || options.ApplicationName.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0, "ApplicationName", "goes into a header: visible ASCII characters only.");
        Require(options.TimeProvider is not null, "TimeProvider", "must not be null.");
    }

    private void RequireLimit(TimeSpan limit, string member) =>
        Require(limit > TimeSpan.Zero && limit <= Longest, member, "must be positive and at most 24 days.");

    private void RequireWait(TimeSpan wait, string member) =>
        Require(wait >= TimeSpan.Zero && wait <= Longest, member, "must not be negative, and at most 24 days.");

    private void Require(bool holds, string member, string demand)
    {
        if (!holds)
        {
            Fail(member, demand);
        }
    }

    private void Fail(string member, string demand) => failures.Add($"{Name(member)} {demand}");

    private string[] Named(string member, bool given) => given ? [Name(member)] : [];

    private string Variable(string name) => options.ReadsEnvironment ? $" (in the environment {name})" : "";

    private string Name(string member) =>
        options.ConfigurationPath is { Length: > 0 } path && member != "Credential" ? $"{path}:{member}" : member.Replace(':', options.ConfigurationPath is null ? '.' : ':');
}
