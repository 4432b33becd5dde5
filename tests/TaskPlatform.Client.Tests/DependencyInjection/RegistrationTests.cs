using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private readonly ServiceCollection services = new();

    [Fact]
    public async Task Registers_one_client_from_a_section()
    {
        services.AddTaskPlatformClient(TestHost.Complete("TaskPlatform"));
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        TaskPlatformClient client = provider.GetRequiredService<TaskPlatformClient>();

        client.Should().BeSameAs(provider.GetRequiredService<TaskPlatformClient>());
        provider.ClientOptions().ApiKey.Should().Be("key");
    }

    [Fact]
    public async Task Registers_a_client_from_code()
    {
        services.AddTaskPlatformClient(TestHost.Complete);
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<TaskPlatformClient>().Should().NotBeNull();
    }

    [Fact]
    public async Task Registers_a_client_with_a_credential_that_comes_from_services()
    {
        services.AddSingleton(TaskPlatformCredential.ApiKey("from-a-vault"));
        services.AddTaskPlatformClient((provider, options) =>
        {
            TestHost.Complete(options);
            (options.ApiKey, options.Credential) = (null, provider.GetRequiredService<TaskPlatformCredential>());
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<TaskPlatformClient>().Should().NotBeNull();
        provider.ClientOptions().Credential.Should().BeSameAs(provider.GetRequiredService<TaskPlatformCredential>());
    }

    [Fact]
    public async Task Registers_several_tenants_beside_the_unnamed_client()
    {
        services.AddTaskPlatformClient(TestHost.Complete);
        services.AddTaskPlatformClient("eu", TestHost.Complete("Tenants:Eu", "eu-key"));
        services.AddTaskPlatformClient("us", options =>
        {
            TestHost.Complete(options);
            options.ApiKey = "us-key";
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        TaskPlatformClient[] clients =
        [
            provider.GetRequiredService<TaskPlatformClient>(),
            provider.GetRequiredKeyedService<TaskPlatformClient>("eu"),
            provider.GetRequiredKeyedService<TaskPlatformClient>("us"),
        ];

        clients.Should().OnlyHaveUniqueItems();
        provider.ClientOptions("eu").ApiKey.Should().Be("eu-key");
        provider.ClientOptions("us").ApiKey.Should().Be("us-key");
        provider.GetKeyedService<TaskPlatformClient>("nobody").Should().BeNull();
    }

    [Fact]
    public async Task A_named_client_alone_leaves_the_unnamed_one_unregistered()
    {
        services.AddTaskPlatformClient("eu", TestHost.Complete);
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetService<TaskPlatformClient>().Should().BeNull();
        provider.GetKeyedService<TaskPlatformClient>("eu").Should().NotBeNull();
    }

    [Fact]
    public async Task Registering_a_name_again_adds_to_its_configuration_and_doubles_nothing()
    {
        services.AddTaskPlatformClient("eu", TestHost.Complete);
        int before = services.Count(IsOurs);
        services.AddTaskPlatformClient("eu", options => options.Retry.MaxAttempts = 7);
        int after = services.Count(IsOurs);
        await using ServiceProvider provider = services.BuildServiceProvider();

        provider.ClientOptions("eu").Should().BeEquivalentTo(new { ApiKey = "key", Retry = new { MaxAttempts = 7 } });
        provider.GetKeyedServices<TaskPlatformClient>("eu").Should().ContainSingle();
        after.Should().Be(before);
    }

    [Fact]
    public void Returns_the_builder_of_the_api_chain()
    {
        services.AddTaskPlatformClient().Name.Should().Be("TaskPlatform.Client");
        services.AddTaskPlatformClient(TestHost.Complete).Name.Should().Be("TaskPlatform.Client");
        services.AddTaskPlatformClient((_, options) => TestHost.Complete(options)).Name.Should().Be("TaskPlatform.Client");
        services.AddTaskPlatformClient(TestHost.Complete("X")).Name.Should().Be("TaskPlatform.Client");
        services.AddTaskPlatformClient("eu", TestHost.Complete).Name.Should().Be("TaskPlatform.Client:eu");
        services.AddTaskPlatformClient("eu", TestHost.Complete("X")).Name.Should().Be("TaskPlatform.Client:eu");
    }

    [Fact]
    public void Refuses_a_name_that_ends_as_those_of_token_chains_do()
    {
        services.Invoking(it => it.AddTaskPlatformClient("eu/token", TestHost.Complete)).Should().Throw<ArgumentException>().WithParameterName("name");
    }

    [Fact]
    public async Task Fails_at_start_up_and_names_the_configuration_key_and_the_client()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTaskPlatformClient("eu", TestHost.Configuration(("Tenants:Eu:Timeouts:Run", "marker"), ("Tenants:Eu:ApiKey", "marker"), ("Tenants:Eu:OrganizationId", "marker"), ("Tenants:Eu:ProjectId", Guid.Empty.ToString()), ("Tenants:Eu:Retry:MaxAttempts", "0")).GetSection("Tenants:Eu"));
        using IHost host = builder.Build();

        OptionsValidationException failure = (await host.Invoking(it => it.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<OptionsValidationException>()).Which;

        failure.OptionsName.Should().Be("eu");
        failure.Failures.Should().HaveCount(4).And.OnlyContain(text => text.StartsWith("Client 'eu': Tenants:Eu:"));
        failure.Message.Should().Contain("Tenants:Eu:Timeouts:Run can't be used").And.Contain("Tenants:Eu:Retry:MaxAttempts must be at least 1")
            .And.Contain("Tenants:Eu:OrganizationId").And.Contain("Tenants:Eu:ProjectId").And.NotContain("marker");
    }

    [Fact]
    public async Task Starts_when_all_is_well()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTaskPlatformClient(TestHost.Complete);
        builder.Services.AddTaskPlatformClient("eu", TestHost.Complete);
        using IHost host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        host.Services.GetRequiredKeyedService<TaskPlatformClient>("eu").Should().NotBeNull();
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        service.ServiceType == typeof(TaskPlatformClient)
        || (service.IsKeyedService ? service.KeyedImplementationType : service.ImplementationType)?.Assembly == typeof(TaskPlatformClient).Assembly;
}
