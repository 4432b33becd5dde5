using FluentAssertions;
using TaskPlatform.Client.DependencyInjection;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection;

public sealed class OptionsRulesTests
{
    public static TheoryData<Action<TaskPlatformClientOptions>, string> Broken => new()
    {
        { options => options.OrganizationId = Guid.Empty, "OrganizationId must be the organization's UUID, not zeros" },
        { options => options.ProjectId = Guid.Empty, "ProjectId must be the project's UUID, not zeros" },
        { options => options.BaseAddress = new Uri("api/v1", UriKind.Relative), "BaseAddress must be an absolute https address" },
        { options => options.BaseAddress = new Uri("ftp://api.example/"), "BaseAddress must be an absolute https address" },
        { options => options.BaseAddress = new Uri("http://api.example/"), "BaseAddress must be https" },
        { options => options.BaseAddress = new Uri("https://me:marker@api.example/"), "BaseAddress must not hold a user name" },
        { options => options.BaseAddress = new Uri("https://api.example/?x=1"), "BaseAddress must not hold a query" },
        { options => options.TokenEndpoint = new Uri("http://login.example/"), "TokenEndpoint must be https" },
        { options => options.ApiKey = null, "A credential is required: give ClientId with ClientSecret, or ApiKey, or set Credential" },
        { options => options.Credential = TaskPlatformCredential.ApiKey("marker"), "More than one credential is given (Credential, ApiKey)" },
        { options => (options.ClientId, options.ClientSecret) = ("id", "marker"), "More than one credential is given (ClientId, ApiKey)" },
        { options => (options.ApiKey, options.ClientId) = (null, "id"), "ClientSecret is required beside ClientId" },
        { options => (options.ApiKey, options.ClientSecret) = (null, "marker"), "ClientId is required beside ClientSecret" },
        { options => (options.ApiKey, options.ClientId, options.ClientSecret) = (null, "id", "marker\n"), "ClientSecret holds a line break; was it read from a file together with the line's end?" },
        { options => options.ApiKey = "marker\n", "ApiKey holds blanks" },
        { options => options.Scopes = null!, "Scopes must be a list" },
        { options => options.Scopes = ["a", ""], "Scopes must be a list" },
        { options => options.ClientAuthentication = (ClientAuthentication)7, "ClientAuthentication must be" },
        { options => options.Retry = null!, "Retry must not be null" },
        { options => options.Retry.MaxAttempts = 0, "Retry.MaxAttempts must be at least 1" },
        { options => options.Retry.BaseDelay = TimeSpan.FromSeconds(-1), "Retry.BaseDelay must not be negative" },
        { options => options.Retry.MaxDelay = TimeSpan.FromSeconds(0.1), "Retry.MaxDelay must not be less than Retry.BaseDelay" },
        { options => options.Retry.MaxRetryAfter = TimeSpan.MaxValue, "Retry.MaxRetryAfter must not be negative, and at most 24 days" },
        { options => options.Timeouts = null!, "Timeouts must not be null" },
        { options => options.Timeouts.Connect = TimeSpan.Zero, "Timeouts.Connect must be positive" },
        { options => options.Timeouts.Run = Timeout.InfiniteTimeSpan, "Timeouts.Run must be positive" },
        { options => options.Timeouts.Update = TimeSpan.MaxValue, "Timeouts.Update must be positive and at most 24 days" },
        { options => options.Timeouts.Read = TimeSpan.Zero, "Timeouts.Read must be positive" },
        { options => options.Timeouts.Token = TimeSpan.Zero, "Timeouts.Token must be positive" },
        { options => options.Fallback = null!, "Fallback must not be null" },
        { options => options.Fallback.Mode = (FallbackMode)7, "Fallback.Mode must be" },
        { options => options.Fallback.FailuresBeforeBreak = -1, "Fallback.FailuresBeforeBreak must not be negative" },
        { options => options.Fallback.BreakDuration = TimeSpan.Zero, "Fallback.BreakDuration must be positive" },
        { options => options.ReportingGroup = new string('x', 65), "ReportingGroup must have 1 to 64 characters, not 65" },
        { options => options.ReportingGroup = "", "ReportingGroup must have 1 to 64 characters, not 0" },
        { options => options.MaxFileSize = -1, "MaxFileSize must not be negative" },
        { options => options.ApplicationName = "evil\r\nX: 1", "ApplicationName goes into a header" },
        { options => options.TimeProvider = null!, "TimeProvider must not be null" },
    };

    public static TheoryData<Action<TaskPlatformClientOptions>> Sound => new(
        options => options.OrganizationId = null,
        options => options.ProjectId = null,
        options => (options.OrganizationId, options.ProjectId) = (null, null),
        options => options.BaseAddress = new Uri("http://localhost:5000/api"),
        options => options.BaseAddress = new Uri("http://127.0.0.1/"),
        options => options.BaseAddress = new Uri("http://[::1]/"),
        options => options.BaseAddress = new Uri("https://app.rightbrain.ai/api/v1"),
        options => options.TokenEndpoint = null,
        options => (options.ApiKey, options.Credential) = (null, TaskPlatformCredential.AccessToken("a")),
        options => (options.ApiKey, options.ClientId, options.ClientSecret) = ("", "id", "secret"),
        options => options.Retry.BaseDelay = TimeSpan.Zero,
        options => options.Retry.MaxRetryAfter = TimeSpan.Zero,
        options => options.ReportingGroup = string.Concat(Enumerable.Repeat("𝄞", 64)),
        options => (options.ReportingGroup, options.ValidateRequests) = (new string('x', 65), false),
        options => options.ApplicationName = "Orders/1.2 (nightly)");

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_broken_rule_names_the_option_and_no_secret(Action<TaskPlatformClientOptions> change, string message)
    {
        IReadOnlyList<string> failures = OptionsRules.Check(Changed(change));

        failures.Should().ContainSingle().Which.Should().StartWith(message).And.NotContain("marker");
    }

    [Theory]
    [MemberData(nameof(Sound), DisableDiscoveryEnumeration = true)]
    public void Passes(Action<TaskPlatformClientOptions> change)
    {
        OptionsRules.Check(Changed(change)).Should().BeEmpty();
    }

    [Fact]
    public void The_secret_of_a_test_system_never_goes_to_production()
    {
        var staging = new Uri("https://staging.example/api/v1/");
        TaskPlatformCredential[] needTokens = [TaskPlatformCredential.ClientCredentials("id", "secret"), TaskPlatformCredential.RefreshToken("refresh")];
        foreach (TaskPlatformCredential credential in needTokens)
        {
            OptionsRules.Check(Changed(options => (options.ApiKey, options.Credential, options.BaseAddress) = (null, credential, staging)))
                .Should().ContainSingle().Which.Should().StartWith("TokenEndpoint is required, because BaseAddress is not the default");
        }

        OptionsRules.Check(Changed(options => (options.ApiKey, options.ClientId, options.ClientSecret, options.BaseAddress) = (null, "id", "secret", staging)))
            .Should().ContainSingle().Which.Should().StartWith("TokenEndpoint is required");
        OptionsRules.Check(Changed(options => (options.BaseAddress, options.TokenEndpoint, options.ApiKey, options.Credential) = (staging, TaskPlatformClientOptions.DefaultTokenEndpoint, null, needTokens[0])))
            .Should().BeEmpty("whoever names production means it");
        OptionsRules.Check(Changed(options => options.BaseAddress = staging)).Should().BeEmpty("a key asks no token endpoint");
    }

    [Fact]
    public void A_client_without_a_container_gets_all_failures_at_once()
    {
        FluentActions.Invoking(() => OptionsRules.ThrowIfBroken(new TaskPlatformClientOptions { OrganizationId = Guid.Empty, ProjectId = Guid.Empty }))
            .Should().Throw<ArgumentException>().WithParameterName("options")
            .Which.Message.Should().Contain("OrganizationId").And.Contain("ProjectId").And.Contain("A credential is required");
    }

    [Fact]
    public void Options_from_the_environment_name_the_variable_that_is_missing()
    {
        TaskPlatformClientOptions options = TaskPlatformClientOptions.FromEnvironment(new EnvironmentVariables(static _ => null));

        OptionsRules.Check(options).Should().ContainSingle().Which.Should().Contain("TASKPLATFORM_API_KEY");
    }

    private static TaskPlatformClientOptions Changed(Action<TaskPlatformClientOptions> change)
    {
        var options = new TaskPlatformClientOptions { OrganizationId = Guid.NewGuid(), ProjectId = Guid.NewGuid(), ApiKey = "key" };
        change(options);
        return options;
    }
}
