using FluentAssertions;
using Microsoft.Extensions.Configuration;
using TaskPlatform.Client.DependencyInjection;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection;

public sealed class ConfigurationReaderTests
{
    private static readonly string[] Scopes = ["a", "b"];

    [Fact]
    public void Reads_every_option_that_text_can_give()
    {
        TaskPlatformClientOptions options = Read(
            ("BaseAddress", "https://api.example/v1/"), ("TokenEndpoint", "https://login.example/token"),
            ("OrganizationId", "11111111-1111-1111-1111-111111111111"), ("ProjectId", "22222222-2222-2222-2222-222222222222"),
            ("ClientId", "id"), ("ClientSecret", "secret"), ("ClientAuthentication", "form"), ("Scopes:0", "a"), ("Scopes:1", "b"), ("ApiKey", "key"),
            ("Retry:MaxAttempts", "5"), ("Retry:BaseDelay", "00:00:01"), ("Retry:MaxDelay", "00:00:02"), ("Retry:MaxRetryAfter", "00:00:03"),
            ("Timeouts:Connect", "00:00:04"), ("Timeouts:Run", "00:00:05"), ("Timeouts:Update", "00:00:06"), ("Timeouts:Read", "00:00:07"), ("Timeouts:Token", "00:00:08.5"),
            ("Fallback:Mode", "Never"), ("Fallback:OnUnknownOutcome", "true"), ("Fallback:FailuresBeforeBreak", "9"), ("Fallback:BreakDuration", "00:00:10"),
            ("ReportingGroup", "acme"), ("AutoReference", "true"), ("ValidateRequests", "false"), ("ThrowOnRunError", "False"), ("MaxFileSize", "5000000000"), ("ApplicationName", "App"));

        options.Should().BeEquivalentTo(
            new
            {
                BaseAddress = new Uri("https://api.example/v1/"),
                TokenEndpoint = new Uri("https://login.example/token"),
                OrganizationId = Guid.Parse("11111111-1111-1111-1111-111111111111"),
                ProjectId = Guid.Parse("22222222-2222-2222-2222-222222222222"),
                ClientId = "id",
                ClientSecret = "secret",
                ClientAuthentication = ClientAuthentication.Form,
                Scopes,
                ApiKey = "key",
                Retry = new { MaxAttempts = 5, BaseDelay = Seconds(1), MaxDelay = Seconds(2), MaxRetryAfter = Seconds(3) },
                Timeouts = new { Connect = Seconds(4), Run = Seconds(5), Update = Seconds(6), Read = Seconds(7), Token = Seconds(8.5) },
                Fallback = new { Mode = FallbackMode.Never, OnUnknownOutcome = true, FailuresBeforeBreak = 9, BreakDuration = Seconds(10) },
                ReportingGroup = "acme",
                AutoReference = true,
                ValidateRequests = false,
                ThrowOnRunError = false,
                MaxFileSize = 5_000_000_000,
                ApplicationName = "App",
            });
        options.UnusableValues.Should().BeEmpty();
    }

    [Fact]
    public void Knows_every_option_that_text_can_give()
    {
        string[] inCodeOnly = ["Credential", "LoggerFactory", "TimeProvider"];
        IEnumerable<string> members = typeof(TaskPlatformClientOptions).GetProperties().Where(member => !inCodeOnly.Contains(member.Name))
            .SelectMany(member => member.PropertyType.Name.StartsWith("TaskPlatform", StringComparison.Ordinal)
                ? member.PropertyType.GetProperties().Select(part => $"{member.Name}:{part.Name}")
                : [member.Name]);

        ConfigurationReader.Keys.Should().BeEquivalentTo(members);
    }

    [Theory]
    [InlineData("OrganizationId")]
    [InlineData("ProjectId")]
    [InlineData("ClientAuthentication")]
    [InlineData("Retry:MaxAttempts")]
    [InlineData("Timeouts:Run")]
    [InlineData("Fallback:Mode")]
    [InlineData("Fallback:OnUnknownOutcome")]
    [InlineData("MaxFileSize")]
    public void Names_the_key_of_an_unusable_value_and_not_the_value(string key)
    {
        Read((key, "marker")).UnusableValues.Should().ContainSingle().Which.Should().StartWith($"TaskPlatform:{key} can't be used").And.NotContain("marker");
    }

    [Theory]
    [InlineData("Timeouts:Run", "30")] // which TimeSpan.Parse takes for thirty days
    [InlineData("Fallback:Mode", "7")]
    [InlineData("Retry:MaxAttempts", "1.5")]
    public void Does_not_guess(string key, string value)
    {
        Read((key, value)).UnusableValues.Should().ContainSingle().Which.Should().StartWith($"TaskPlatform:{key} can't be used");
    }

    [Fact]
    public void Takes_scopes_as_one_text_too()
    {
        Read(("Scopes", "a  b")).Scopes.Should().Equal("a", "b");
    }

    [Fact]
    public void An_empty_value_is_no_value()
    {
        TaskPlatformClientOptions options = Read(("ApiKey", ""), ("Timeouts:Run", ""), ("OrganizationId", null));

        options.HasCredential.Should().BeFalse();
        options.Timeouts.Run.Should().Be(TimeSpan.FromMinutes(15));
        options.UnusableValues.Should().BeEmpty();
    }

    [Fact]
    public void Leaves_keys_it_does_not_know_to_others()
    {
        Read(("Tenants:eu:ApiKey", "key"), ("Enabled", "true")).UnusableValues.Should().BeEmpty();
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static TaskPlatformClientOptions Read(params (string Key, string? Value)[] values)
    {
        var options = new TaskPlatformClientOptions();
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create("TaskPlatform:" + value.Key, value.Value))).Build();
        ConfigurationReader.Apply(configuration.GetSection("TaskPlatform"), options);
        return options;
    }
}
