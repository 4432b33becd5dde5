using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection;

public sealed class HostConfigurationTests
{
    private static readonly (string Name, string Value)[] Environment =
    [
        ("TASKPLATFORM_ORG_ID", TestHost.Organization), ("TASKPLATFORM_PROJECT_ID", TestHost.Project),
        ("TASKPLATFORM_CLIENT_ID", "env-id"), ("TASKPLATFORM_CLIENT_SECRET", "env-secret"),
    ];

    private readonly ServiceCollection services = new();

    [Fact]
    public async Task Works_from_the_environment_alone()
    {
        services.WithEnvironment(Environment).AddTaskPlatformClient();
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<TaskPlatformClient>().Should().NotBeNull();
        provider.ClientOptions().Should().BeEquivalentTo(new { OrganizationId = Guid.Parse(TestHost.Organization), ClientId = "env-id", ClientSecret = "env-secret" });
    }

    [Fact]
    public async Task Works_from_the_hosts_configuration_alone()
    {
        services.AddSingleton(TestHost.Configuration(
            ("TaskPlatform:OrganizationId", TestHost.Organization), ("TaskPlatform:ProjectId", TestHost.Project), ("TaskPlatform:ApiKey", "key")));
        services.WithEnvironment().AddTaskPlatformClient();
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<TaskPlatformClient>().Should().NotBeNull();
        provider.ClientOptions().ApiKey.Should().Be("key");
    }

    [Fact]
    public async Task The_environment_fills_what_the_section_leaves_unset()
    {
        services.AddSingleton(TestHost.Configuration(("TaskPlatform:OrganizationId", TestHost.Project), ("TaskPlatform:Timeouts:Run", "00:01:00")));
        services.WithEnvironment(Environment).AddTaskPlatformClient();
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.ClientOptions().Should().BeEquivalentTo(new
        {
            OrganizationId = Guid.Parse(TestHost.Project),
            ProjectId = Guid.Parse(TestHost.Project),
            ClientId = "env-id",
            Timeouts = new { Run = TimeSpan.FromMinutes(1) },
        });
    }

    [Fact]
    public async Task The_environment_gives_no_credential_beside_the_sections()
    {
        services.AddSingleton(TestHost.Configuration(("TaskPlatform:ApiKey", "key")));
        services.WithEnvironment(Environment).AddTaskPlatformClient();
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.ClientOptions().Should().BeEquivalentTo(new { ApiKey = "key", ClientId = (string?)null, ClientSecret = (string?)null });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Code_wins_over_section_and_environment_whichever_is_called_first(bool codeFirst)
    {
        services.AddSingleton(TestHost.Configuration(("TaskPlatform:Retry:MaxAttempts", "5"), ("TaskPlatform:Retry:BaseDelay", "00:00:05")));
        services.WithEnvironment(Environment);
        Action[] steps =
        [
            () => services.Configure<TaskPlatformClientOptions>(options => (options.Retry.MaxAttempts, options.Credential) = (2, TaskPlatformCredential.ApiKey("code"))),
            () => services.AddTaskPlatformClient(),
        ];
        foreach (Action step in codeFirst ? steps : Enumerable.Reverse(steps))
        {
            step();
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.ClientOptions().Should().BeEquivalentTo(new { Retry = new { MaxAttempts = 2, BaseDelay = TimeSpan.FromSeconds(5) }, ClientId = (string?)null });
        provider.ClientOptions().Credential.Should().NotBeNull();
    }

    [Fact]
    public async Task Leaves_named_clients_alone()
    {
        services.AddSingleton(TestHost.Configuration(("TaskPlatform:Retry:MaxAttempts", "5")));
        services.WithEnvironment(Environment).AddTaskPlatformClient();
        services.AddTaskPlatformClient("eu", TestHost.Complete);
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.ClientOptions("eu").Should().BeEquivalentTo(new { Retry = new { MaxAttempts = 3 }, ClientId = (string?)null });
    }

    [Fact]
    public async Task Called_twice_it_reads_once()
    {
        services.WithEnvironment(("TASKPLATFORM_ORG_ID", "marker")).AddTaskPlatformClient();
        services.AddTaskPlatformClient();
        await using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException failure = provider.Invoking(it => it.ClientOptions()).Should().Throw<OptionsValidationException>().Which;

        failure.Failures.Should().ContainSingle(text => text.StartsWith("The environment variable TASKPLATFORM_ORG_ID"));
        failure.Message.Should().NotContain("marker");
    }

    [Fact]
    public async Task Names_key_and_variable_of_what_nobody_has_set()
    {
        services.AddSingleton(TestHost.Configuration());
        services.WithEnvironment().AddTaskPlatformClient();
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.Invoking(it => it.ClientOptions()).Should().Throw<OptionsValidationException>().Which.Message
            .Should().Contain("TaskPlatform:ClientId").And.Contain("TaskPlatform:ApiKey").And.Contain("TASKPLATFORM_API_KEY");
    }
}
