using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Benchmarks.HandWritten;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>Makes each client the way its own documentation does, in front of the same network.</summary>
internal static class Contestants
{
    internal static HandWrittenClient HandWritten(HttpMessageHandler network, Uri platform) => new(
        new HttpClient(network) { Timeout = Timeout.InfiniteTimeSpan },
        new Uri(platform, $"api/v1/org/{Addresses.Organization}/project/{Addresses.Project}/"),
        "bench-token");

    internal static TaskPlatformClient Direct(HttpMessageHandler? network, Uri platform)
    {
        var options = new TaskPlatformClientOptions();
        Configure(options, platform);
        return new TaskPlatformClient(options, network);
    }

    internal static ServiceProvider Registered(HttpMessageHandler? network, Uri platform)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddTaskPlatformClient(options => Configure(options, platform));
        if (network is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => network);
        }

        return services.BuildServiceProvider();
    }

    private static void Configure(TaskPlatformClientOptions options, Uri platform)
    {
        options.BaseAddress = new Uri(platform, "api/v1/");
        options.TokenEndpoint = new Uri(platform, Addresses.TokenPath);
        options.OrganizationId = Addresses.Organization;
        options.ProjectId = Addresses.Project;
        options.Credential = TaskPlatformCredential.ClientCredentials("bench-client", "bench-secret");
    }
}
