using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TaskPlatform.Client.DependencyInjection;

namespace TaskPlatform.Client.Tests.DependencyInjection;

/// <summary>What registration tests share: complete configuration, options as a client gets them, an environment of the test's own.</summary>
internal static class TestHost
{
    public const string Organization = "11111111-1111-1111-1111-111111111111";
    public const string Project = "22222222-2222-2222-2222-222222222222";

    public static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(static value => KeyValuePair.Create(value.Key, value.Value))).Build();

    public static IConfiguration Complete(string section, string apiKey = "key") => Configuration(
        ($"{section}:OrganizationId", Organization), ($"{section}:ProjectId", Project), ($"{section}:ApiKey", apiKey)).GetSection(section);

    public static void Complete(TaskPlatformClientOptions options) =>
        (options.OrganizationId, options.ProjectId, options.ApiKey) = (Guid.Parse(Organization), Guid.Parse(Project), "key");

    public static IServiceCollection WithEnvironment(this IServiceCollection services, params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(static variable => variable.Name, static variable => variable.Value, StringComparer.Ordinal);
        return services.AddSingleton(new EnvironmentVariables(values.GetValueOrDefault));
    }

    public static TaskPlatformClientOptions ClientOptions(this IServiceProvider provider, string? name = null) =>
        provider.GetRequiredService<IOptionsMonitor<TaskPlatformClientOptions>>().Get(name);
}
