using FluentAssertions;
using TaskPlatform.Client.DependencyInjection;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection;

public sealed class EnvironmentVariablesTests
{
    private const string Organization = "11111111-1111-1111-1111-111111111111";
    private const string Project = "22222222-2222-2222-2222-222222222222";

    [Fact]
    public void Reads_our_family()
    {
        TaskPlatformClientOptions options = Read(
            ("TASKPLATFORM_CLIENT_ID", "id"), ("TASKPLATFORM_CLIENT_SECRET", " s3cr3t+/%: ~! "), ("TASKPLATFORM_ORG_ID", Organization), ("TASKPLATFORM_PROJECT_ID", Project),
            ("TASKPLATFORM_BASE_URL", "https://api.example/base/"), ("TASKPLATFORM_TOKEN_URL", "https://login.example/token?tenant=1"));

        options.ClientId.Should().Be("id");
        options.ClientSecret.Should().Be(" s3cr3t+/%: ~! ");
        options.ApiKey.Should().BeNull();
        options.OrganizationId.Should().Be(Guid.Parse(Organization));
        options.ProjectId.Should().Be(Guid.Parse(Project));
        options.BaseAddress.Should().Be(new Uri("https://api.example/base/"));
        options.TokenEndpoint.Should().Be(new Uri("https://login.example/token?tenant=1"));
    }

    [Fact]
    public void Reads_the_platforms_family_when_none_of_ours_is_set()
    {
        TaskPlatformClientOptions options = Read(
            ("TASKPLATFORM_API_KEY", ""), ("RB_API_KEY", "key"), ("RB_ORG_ID", Organization), ("RB_PROJECT_ID", Project),
            ("RB_API_URL", "https://api.example"), ("RB_API_BASE_URL", "https://other.example"), ("RB_OAUTH2_URL", "https://login.example/"));

        options.ApiKey.Should().Be("key");
        options.OrganizationId.Should().Be(Guid.Parse(Organization));
        options.ProjectId.Should().Be(Guid.Parse(Project));
        options.BaseAddress.Should().Be(new Uri("https://api.example/api/v1"));
        options.TokenEndpoint.Should().Be(new Uri("https://login.example/oauth2/token"));
    }

    [Fact]
    public void Takes_the_second_name_of_the_platforms_address()
    {
        TaskPlatformClientOptions options = Read(("RB_CLIENT_ID", "id"), ("RB_CLIENT_SECRET", "secret"), ("RB_API_BASE_URL", "https://other.example/v2"));

        options.BaseAddress.Should().Be(new Uri("https://other.example/v2"));
        options.ClientId.Should().Be("id");
        options.ClientSecret.Should().Be("secret");
    }

    [Theory]
    [InlineData("TASKPLATFORM_CLIENT_SECRET", "x")]
    [InlineData("TASKPLATFORM_ORG_ID", Organization)]
    [InlineData("TASKPLATFORM_PROJECT_ID", Project)]
    [InlineData("TASKPLATFORM_BASE_URL", "https://api.example")]
    [InlineData("TASKPLATFORM_TOKEN_URL", "https://login.example")]
    public void Never_mixes_the_two_families(string ours, string value)
    {
        var options = new TaskPlatformClientOptions();

        Variables((ours, value), ("RB_API_KEY", "key"), ("RB_ORG_ID", Project), ("RB_PROJECT_ID", Organization), ("RB_API_URL", "https://rb.example"), ("RB_OAUTH2_URL", "https://rb.example"))
            .FillUnset(options);

        options.ApiKey.Should().BeNull();
        options.OrganizationId.Should().NotBe(Guid.Parse(Project));
        options.ProjectId.Should().NotBe(Guid.Parse(Organization));
        options.BaseAddress.Host.Should().NotBe("rb.example");
        options.TokenEndpoint.Host.Should().NotBe("rb.example");
    }

    [Fact]
    public void An_empty_environment_gives_the_defaults()
    {
        TaskPlatformClientOptions options = Read();

        options.BaseAddress.Should().Be(new Uri("https://app.rightbrain.ai/api/v1/"));
        options.TokenEndpoint.Should().Be(new Uri("https://oauth.rightbrain.ai/oauth2/token"));
        options.HasCredential.Should().BeFalse();
    }

    [Theory]
    [InlineData("TASKPLATFORM_ORG_ID", "marker", "not a UUID")]
    [InlineData("TASKPLATFORM_PROJECT_ID", "marker", "not a UUID")]
    [InlineData("TASKPLATFORM_BASE_URL", "marker", "not an absolute")]
    [InlineData("TASKPLATFORM_BASE_URL", "/marker", "not an absolute")]
    [InlineData("TASKPLATFORM_TOKEN_URL", "ftp://marker", "not an absolute")]
    [InlineData("RB_ORG_ID", "marker", "not a UUID")]
    [InlineData("RB_API_BASE_URL", "marker", "not an absolute")]
    [InlineData("TASKPLATFORM_CLIENT_SECRET", "marker", "only one")]
    [InlineData("RB_CLIENT_ID", "marker", "only one")]
    public void Names_a_variable_it_cannot_use_and_never_its_value(string name, string value, string reason)
    {
        FluentActions.Invoking(() => Read((name, value))).Should().Throw<InvalidOperationException>()
            .Which.Message.Should().Contain(name).And.Contain(reason).And.NotContain("marker");
    }

    [Fact]
    public void Asks_which_of_two_credentials_is_meant()
    {
        FluentActions.Invoking(() => Read(("RB_API_KEY", "marker"), ("RB_CLIENT_ID", "marker"), ("RB_CLIENT_SECRET", "marker")))
            .Should().Throw<InvalidOperationException>().Which.Message.Should().Contain("RB_API_KEY").And.Contain("RB_CLIENT_ID").And.NotContain("marker");
    }

    [Fact]
    public void Fills_only_what_is_unset_and_no_credential_beside_another()
    {
        var options = new TaskPlatformClientOptions { OrganizationId = Guid.Parse(Project), BaseAddress = new Uri("https://own.example/"), ClientId = "own" };

        Variables(("TASKPLATFORM_API_KEY", "key"), ("TASKPLATFORM_ORG_ID", Organization), ("TASKPLATFORM_PROJECT_ID", Project), ("TASKPLATFORM_BASE_URL", "https://api.example")).FillUnset(options);

        options.OrganizationId.Should().Be(Guid.Parse(Project));
        options.ProjectId.Should().Be(Guid.Parse(Project));
        options.BaseAddress.Should().Be(new Uri("https://own.example/"));
        options.ApiKey.Should().BeNull();
        options.ClientSecret.Should().BeNull();
    }

    private static TaskPlatformClientOptions Read(params (string Name, string Value)[] variables) =>
        TaskPlatformClientOptions.FromEnvironment(Variables(variables));

    private static EnvironmentVariables Variables(params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(static variable => variable.Name, static variable => variable.Value, StringComparer.Ordinal);
        return new EnvironmentVariables(values.GetValueOrDefault);
    }
}
