using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// Copies a configuration section into options, key by key. A table in place of the binder: it needs no reflection, says
/// which key is unusable, and takes an empty value as not given. Keys it does not know are left to others.
/// </summary>
internal static class ConfigurationReader
{
    private static readonly (string Key, string Expected, Func<TaskPlatformClientOptions, string, bool> TrySet)[] Table =
    [
        ("BaseAddress", "an address", static (options, text) => Set<Uri>(text, TryAddress, value => options.BaseAddress = value)),
        ("TokenEndpoint", "an address", static (options, text) => Set<Uri>(text, TryAddress, value => options.TokenEndpoint = value)),
        ("OrganizationId", "a UUID", static (options, text) => Set<Guid>(text, Guid.TryParse, value => options.OrganizationId = value)),
        ("ProjectId", "a UUID", static (options, text) => Set<Guid>(text, Guid.TryParse, value => options.ProjectId = value)),
        ("ClientId", "", static (options, text) => Set(text, value => options.ClientId = value)),
        ("ClientSecret", "", static (options, text) => Set(text, value => options.ClientSecret = value)),
        ("ClientAuthentication", "Basic or Form", static (options, text) => Set<ClientAuthentication>(text, TryWord, value => options.ClientAuthentication = value)),
        ("Scopes", "", static (options, text) => Set(text, value => options.Scopes = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ("ApiKey", "", static (options, text) => Set(text, value => options.ApiKey = value)),
        ("Retry:MaxAttempts", "a whole number", static (options, text) => Set<int>(text, TryNumber, value => options.Retry.MaxAttempts = value)),
        ("Retry:BaseDelay", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Retry.BaseDelay = value)),
        ("Retry:MaxDelay", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Retry.MaxDelay = value)),
        ("Retry:MaxRetryAfter", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Retry.MaxRetryAfter = value)),
        ("Timeouts:Connect", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Timeouts.Connect = value)),
        ("Timeouts:Run", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Timeouts.Run = value)),
        ("Timeouts:Update", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Timeouts.Update = value)),
        ("Timeouts:Read", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Timeouts.Read = value)),
        ("Timeouts:Token", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Timeouts.Token = value)),
        ("Fallback:Mode", "OnFailure, Never or Always", static (options, text) => Set<FallbackMode>(text, TryWord, value => options.Fallback.Mode = value)),
        ("Fallback:OnUnknownOutcome", "true or false", static (options, text) => Set<bool>(text, bool.TryParse, value => options.Fallback.OnUnknownOutcome = value)),
        ("Fallback:FailuresBeforeBreak", "a whole number", static (options, text) => Set<int>(text, TryNumber, value => options.Fallback.FailuresBeforeBreak = value)),
        ("Fallback:BreakDuration", Duration, static (options, text) => Set<TimeSpan>(text, TryDuration, value => options.Fallback.BreakDuration = value)),
        ("ReportingGroup", "", static (options, text) => Set(text, value => options.ReportingGroup = value)),
        ("AutoReference", "true or false", static (options, text) => Set<bool>(text, bool.TryParse, value => options.AutoReference = value)),
        ("ValidateRequests", "true or false", static (options, text) => Set<bool>(text, bool.TryParse, value => options.ValidateRequests = value)),
        ("ThrowOnRunError", "true or false", static (options, text) => Set<bool>(text, bool.TryParse, value => options.ThrowOnRunError = value)),
        ("MaxFileSize", "a whole number of bytes", static (options, text) => Set<long>(text, TryNumber, value => options.MaxFileSize = value)),
        ("ApplicationName", "", static (options, text) => Set(text, value => options.ApplicationName = value)),
    ];

    private const string Duration = "a time as hh:mm:ss";

    private delegate bool Parse<T>(string text, out T value);

    /// <summary>Every key that is read, relative to the section.</summary>
    internal static IEnumerable<string> Keys => Table.Select(static entry => entry.Key);

    internal static void Apply(IConfiguration section, TaskPlatformClientOptions options)
    {
        options.ConfigurationPath = (section as IConfigurationSection)?.Path ?? "";
        foreach ((string key, string expected, Func<TaskPlatformClientOptions, string, bool> trySet) in Table)
        {
            IConfigurationSection entry = section.GetSection(key);
            if (!string.IsNullOrEmpty(entry.Value) && !trySet(options, entry.Value))
            {
                options.UnusableValues.Add($"{entry.Path} can't be used: {expected} is expected.");
            }
        }

        string[] scopes = [.. section.GetSection("Scopes").GetChildren().Select(static entry => entry.Value).OfType<string>()];
        if (scopes.Length > 0)
        {
            options.Scopes = scopes;
        }
    }

    private static bool Set<T>(string text, Parse<T> parse, Action<T> assign)
    {
        if (!parse(text, out T value))
        {
            return false;
        }

        assign(value);
        return true;
    }

    private static bool Set(string text, Action<string> assign)
    {
        assign(text);
        return true;
    }

    // Whether it is absolute is for the rules to say.
    private static bool TryAddress(string text, out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value!);

    private static bool TryNumber(string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryNumber(string text, out long value) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryWord<T>(string text, out T value)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value);

    // A bare "30" would be read as thirty days, which nobody means.
    private static bool TryDuration(string text, out TimeSpan value)
    {
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
