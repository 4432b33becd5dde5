using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TaskPlatform.Client;
using Xunit;

namespace DocsCode;

public sealed class HealthTests : PageTest
{
    [Fact]
    public async Task The_unnamed_client_and_a_named_one_are_checked()
    {
        var services = new ServiceCollection().AddLogging();
        services.Configure<TaskPlatformClientOptions>(Reach);
        services.AddTaskPlatformClient("eu", Reach).ConfigurePrimaryHttpMessageHandler(() => Platform);
        Add(services);
        AddNamed(services);
        services.AddTaskPlatformClient().ConfigurePrimaryHttpMessageHandler(() => Platform);
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        report.Entries.Keys.Should().Equal("taskplatform", "platform-eu");
        report.Status.Should().Be(HealthStatus.Healthy);
        Platform.ExecutedRuns.Should().Be(0);
    }

    private static void Add(IServiceCollection services)
    {
        // docs: health-check
        services.AddTaskPlatformClient();
        services.AddHealthChecks().AddTaskPlatform(timeout: TimeSpan.FromSeconds(10));
        // docs: end
    }

    private static void AddNamed(IServiceCollection services)
    {
        // docs: health-check-named
        services.AddHealthChecks().AddTaskPlatform("platform-eu", clientName: "eu", failureStatus: HealthStatus.Degraded, tags: ["ready"]);
        // docs: end
    }

    private void Reach(TaskPlatformClientOptions options)
    {
        TaskPlatformClientOptions own = Platform.CreateOptions();
        (options.OrganizationId, options.ProjectId, options.BaseAddress, options.TokenEndpoint) = (own.OrganizationId, own.ProjectId, own.BaseAddress, own.TokenEndpoint);
        (options.ClientId, options.ClientSecret) = (Platform.ClientId, Platform.ClientSecret);
    }
}
