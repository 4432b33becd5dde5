using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Checks a named client's health; a wrong secret is found.</summary>
internal static class CheckHealth
{
    internal static async Task RunAsync(EmbeddedProject project, CancellationToken cancellationToken)
    {
        Check.Same("the health", await CheckAsync(project, project.Platform.ClientSecret, cancellationToken), HealthStatus.Healthy);
        Check.Same("the health with a wrong secret", await CheckAsync(project, "wrong", cancellationToken), HealthStatus.Unhealthy);
    }

    private static async Task<HealthStatus> CheckAsync(EmbeddedProject project, string secret, CancellationToken cancellationToken)
    {
        TaskPlatformClientOptions known = project.Platform.CreateOptions();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTaskPlatformClient("eu", options =>
        {
            (options.OrganizationId, options.ProjectId) = (known.OrganizationId, known.ProjectId);
            (options.BaseAddress, options.TokenEndpoint) = (known.BaseAddress, known.TokenEndpoint);
            (options.ClientId, options.ClientSecret) = (project.Platform.ClientId, secret);
        }).ConfigurePrimaryHttpMessageHandler(() => project.Platform);
        services.AddHealthChecks().AddTaskPlatform(clientName: "eu");
        await using ServiceProvider provider = services.BuildServiceProvider();
        return (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken)).Status;
    }
}
