using System.Globalization;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// What options must satisfy before a client is made of them. Each failure names the option, or its configuration key when
/// the options came from configuration, and never a secret's value.
/// </summary>
internal sealed class OptionsRules
{
    private readonly TaskPlatformClientOptions options;
    private readonly OptionsReport report;

    private OptionsRules(TaskPlatformClientOptions options)
    {
        this.options = options;
        report = new OptionsReport(options);
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
        return rules.report.Failures;
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
        report.Require(options.OrganizationId != Guid.Empty, "OrganizationId", $"must be the organization's UUID, not zeros{report.Variable("TASKPLATFORM_ORG_ID")}; left out, that of the credential is taken.");
        report.Require(options.ProjectId != Guid.Empty, "ProjectId", $"must be the project's UUID, not zeros{report.Variable("TASKPLATFORM_PROJECT_ID")}; left out, that of the credential is taken.");
    }

    private void CheckAddresses()
    {
        CheckAddress(options.BaseAddress, "BaseAddress");
        CheckAddress(options.TokenEndpoint, "TokenEndpoint");
        report.Require(
            options.GivenTokenEndpoint is not null || !UsesTokenEndpoint || IsDefault(options.BaseAddress),
            "TokenEndpoint",
            $"is required{report.Variable("TASKPLATFORM_TOKEN_URL")}, because {report.Name("BaseAddress")} is not the default and the credential needs tokens: the secret of one system is not sent to another.");
    }

    private bool UsesTokenEndpoint => options.Credential?.UsesTokenEndpoint ?? string.IsNullOrEmpty(options.ApiKey);

    private static bool IsDefault(Uri address) =>
        address.IsAbsoluteUri && address.AbsoluteUri.TrimEnd('/') == TaskPlatformClientOptions.DefaultBaseAddress.AbsoluteUri.TrimEnd('/');

    private void CheckAddress(Uri address, string member)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            report.Fail(member, "must be an absolute https address.");
            return;
        }

        report.Require(address.Scheme == "https" || address.IsLoopback, member, "must be https; plain http is for loopback only, because it would show the token to everyone on the way.");
        report.Require(address.UserInfo.Length == 0, member, "must not hold a user name or password.");
        report.Require(address.Fragment.Length == 0 && (address.Query.Length == 0 || member != "BaseAddress"), member, "must not hold a query or fragment.");
    }

    private void CheckCredential()
    {
        bool client = !string.IsNullOrEmpty(options.ClientId) || !string.IsNullOrEmpty(options.ClientSecret);
        bool key = !string.IsNullOrEmpty(options.ApiKey);
        string[] given = [.. report.Named("Credential", options.Credential is not null), .. report.Named("ClientId", client), .. report.Named("ApiKey", key)];
        if (given.Length == 0)
        {
            report.Add($"A credential is required: give {report.Name("ClientId")} with {report.Name("ClientSecret")}, or {report.Name("ApiKey")}, or set Credential in code{report.Variable("TASKPLATFORM_CLIENT_ID and TASKPLATFORM_CLIENT_SECRET, or TASKPLATFORM_API_KEY")}.");
        }

        if (given.Length > 1)
        {
            report.Add($"More than one credential is given ({string.Join(", ", given)}); exactly one is allowed.");
        }

        string completion = options.ReadsEnvironment ? ": the environment gives a whole credential or none of it" : "";
        report.Require(!client || !string.IsNullOrEmpty(options.ClientId), "ClientId", $"is required beside {report.Name("ClientSecret")}{completion}.");
        report.Require(!client || !string.IsNullOrEmpty(options.ClientSecret), "ClientSecret", $"is required beside {report.Name("ClientId")}{completion}.");
        report.Require(options.ClientSecret?.AsSpan().ContainsAny('\r', '\n') != true, "ClientSecret", "holds a line break; was it read from a file together with the line's end?");
        report.Require(!key || BearerToken.IsUsable(options.ApiKey!), "ApiKey", "holds blanks, line breaks or characters outside ASCII; was it read from a file together with the line's end?");
        report.Require(options.Scopes is not null && !options.Scopes.Any(string.IsNullOrWhiteSpace), "Scopes", "must be a list without empty entries.");
        report.Require(options.ClientAuthentication is ClientAuthentication.Basic or ClientAuthentication.Form, "ClientAuthentication", "must be Basic or Form.");
    }

    private void CheckRetry()
    {
        if (options.Retry is not { } retry)
        {
            report.Fail("Retry", "must not be null.");
            return;
        }

        report.Require(retry.MaxAttempts >= 1, "Retry:MaxAttempts", "must be at least 1, which turns repeats off.");
        report.RequireWait(retry.BaseDelay, "Retry:BaseDelay");
        report.RequireWait(retry.MaxDelay, "Retry:MaxDelay");
        report.RequireWait(retry.MaxRetryAfter, "Retry:MaxRetryAfter");
        report.Require(retry.MaxDelay >= retry.BaseDelay, "Retry:MaxDelay", $"must not be less than {report.Name("Retry:BaseDelay")}.");
    }

    private void CheckTimeouts()
    {
        if (options.Timeouts is not { } timeouts)
        {
            report.Fail("Timeouts", "must not be null.");
            return;
        }

        report.RequireLimit(timeouts.Connect, "Timeouts:Connect");
        report.RequireLimit(timeouts.Run, "Timeouts:Run");
        report.RequireLimit(timeouts.Update, "Timeouts:Update");
        report.RequireLimit(timeouts.Read, "Timeouts:Read");
        report.RequireLimit(timeouts.Token, "Timeouts:Token");
    }

    private void CheckFallback()
    {
        if (options.Fallback is not { } fallback)
        {
            report.Fail("Fallback", "must not be null.");
            return;
        }

        report.Require(fallback.Mode is FallbackMode.OnFailure or FallbackMode.Never or FallbackMode.Always, "Fallback:Mode", "must be OnFailure, Never or Always.");
        report.Require(fallback.FailuresBeforeBreak >= 0, "Fallback:FailuresBeforeBreak", "must not be negative; 0 turns the break off.");
        report.RequireLimit(fallback.BreakDuration, "Fallback:BreakDuration");
    }

    private void CheckRest()
    {
        int length = options.ReportingGroup is { } group ? TextLimit.Length(group) : 1;
        report.Require(!options.ValidateRequests || length is >= 1 and <= 64, "ReportingGroup", string.Create(CultureInfo.InvariantCulture, $"must have 1 to 64 characters, not {length}."));
        report.Require(options.MaxFileSize >= 0, "MaxFileSize", "must not be negative.");
        report.Require(options.ApplicationName is null || options.ApplicationName.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0, "ApplicationName", "goes into a header: visible ASCII characters only.");
        report.Require(options.TimeProvider is not null, "TimeProvider", "must not be null.");
    }
}
