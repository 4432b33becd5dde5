using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RegistrationTests : PageTest
{
    [Fact]
    public async Task The_bare_call_takes_the_hosts_configuration()
    {
        FakeTask task = Platform.AddTask("Greet");
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(Settings("TaskPlatform:"));
        RegisterBare(builder);
        builder.Services.AddTaskPlatformClient().ConfigurePrimaryHttpMessageHandler(() => Platform);
        using IHost host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<Greeter>().GreetAsync(task.Id);

        task.Runs.Should().ContainSingle();
    }

    [Fact]
    public async Task A_section_options_and_services_each_make_a_client()
    {
        FakeTask task = Platform.AddTask("Greet");
        Action<IServiceCollection>[] registrations =
        [
            services => RegisterSection(services, Configuration("TaskPlatform:")),
            services => RegisterOptions(services, Platform.OrganizationId, Platform.ProjectId, Platform.ApiKey),
            services => RegisterWithServices(services, Platform.OrganizationId, Platform.ProjectId),
        ];

        foreach (Action<IServiceCollection> register in registrations)
        {
            var services = new ServiceCollection();
            services.AddSingleton(new Vault(Platform.ApiKey));
            register(services);
            services.AddTaskPlatformClient(Reach).ConfigurePrimaryHttpMessageHandler(() => Platform);
            await using ServiceProvider provider = services.BuildServiceProvider();
            await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        }

        task.Runs.Should().HaveCount(registrations.Length);
    }

    [Fact]
    public async Task Named_clients_are_keyed_services()
    {
        FakeTask task = Platform.AddTask("Greet");
        var services = new ServiceCollection();
        RegisterNamed(services, Configuration("Tenants:Eu:"), Platform.OrganizationId, Platform.ProjectId, Platform.ApiKey);
        services.AddTaskPlatformClient("eu", Reach).ConfigurePrimaryHttpMessageHandler(() => Platform);
        services.AddTaskPlatformClient("us", options =>
        {
            Reach(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Platform);
        await using ServiceProvider provider = services.BuildServiceProvider();

        TaskPlatformClient eu = Resolve(provider);
        TaskPlatformClient us = provider.GetRequiredKeyedService<TaskPlatformClient>("us");
        await eu.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        await us.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        eu.Should().NotBeSameAs(us);
        task.Runs.Should().HaveCount(2);
    }

    [Fact]
    public async Task One_client_serves_other_projects()
    {
        Guid organizationId = Guid.NewGuid();
        Guid projectId = Guid.NewGuid();
        Platform.AddProject(organizationId, projectId);
        FakeTask task = Platform.AddTask("Greet", definition => definition.ProjectId = projectId);

        await RunElsewhereAsync(Client, organizationId, projectId, task.Id);

        task.Runs.Should().ContainSingle();
    }

    private static void RegisterBare(HostApplicationBuilder builder)
    {
        // docs: register
        builder.Services.AddTaskPlatformClient();
        builder.Services.AddSingleton<Greeter>();

        // docs: end
    }

    private static void RegisterSection(IServiceCollection services, IConfiguration configuration)
    {
        // docs: register-section
        services.AddTaskPlatformClient(configuration.GetSection("TaskPlatform"));

        // docs: end
    }

    private static void RegisterOptions(IServiceCollection services, Guid organizationId, Guid projectId, string apiKey)
    {
        // docs: register-options
        services.AddTaskPlatformClient(options =>
        {
            options.OrganizationId = organizationId;
            options.ProjectId = projectId;
            options.ApiKey = apiKey;
            options.Timeouts.Run = TimeSpan.FromMinutes(5);
        });

        // docs: end
    }

    private static void RegisterWithServices(IServiceCollection services, Guid organizationId, Guid projectId)
    {
        // docs: register-services
        services.AddTaskPlatformClient((provider, options) =>
        {
            options.OrganizationId = organizationId;
            options.ProjectId = projectId;
            options.Credential = TaskPlatformCredential.FromCallback(provider.GetRequiredService<Vault>().GetTokenAsync);
        });

        // docs: end
    }

    private static void RegisterNamed(IServiceCollection services, IConfiguration configuration, Guid organizationId, Guid projectId, string apiKey)
    {
        // docs: register-named
        services.AddTaskPlatformClient("eu", configuration.GetSection("Tenants:Eu"));
        services.AddTaskPlatformClient("us", options =>
        {
            options.OrganizationId = organizationId;
            options.ProjectId = projectId;
            options.ApiKey = apiKey;
        });

        // docs: end
    }

    private static TaskPlatformClient Resolve(IServiceProvider provider)
    {
        // docs: keyed
        var eu = provider.GetRequiredKeyedService<TaskPlatformClient>("eu");     // or [FromKeyedServices("eu")]

        // docs: end
        return eu;
    }

    private static async Task RunElsewhereAsync(TaskPlatformClient client, Guid organizationId, Guid projectId, Guid taskId)
    {
        // docs: for-project
        TaskPlatformClient other = client.ForProject(organizationId, projectId);
        TaskRun run = await other.Tasks.RunAsync(taskId, new RunTaskRequest());

        // docs: end
        run.TaskId.Should().Be(taskId);
    }

    // What every registration here needs besides, to reach the platform of the test.
    private void Reach(TaskPlatformClientOptions options) => options.BaseAddress = Platform.CreateOptions().BaseAddress;

    private IConfiguration Configuration(string prefix) => new ConfigurationBuilder().AddInMemoryCollection(Settings(prefix)).Build();

    private Dictionary<string, string?> Settings(string prefix) => new(StringComparer.Ordinal)
    {
        [$"{prefix}BaseAddress"] = Platform.CreateOptions().BaseAddress.ToString(),
        [$"{prefix}OrganizationId"] = Platform.OrganizationId.ToString(),
        [$"{prefix}ProjectId"] = Platform.ProjectId.ToString(),
        [$"{prefix}ApiKey"] = Platform.ApiKey,
    };

    private sealed class Vault(string key)
    {
        public ValueTask<BearerToken> GetTokenAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(new BearerToken(key));
        }
    }
}

// docs: register-use
public sealed class Greeter(TaskPlatformClient client)
{
    public Task<TaskRun> GreetAsync(Guid taskId) => client.Tasks.RunAsync(taskId, new RunTaskRequest());
}

// docs: end
