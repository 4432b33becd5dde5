using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TaskPlatform.Client.DependencyInjection;

/// <summary>
/// The options of a client registered without any: the host's section "TaskPlatform" first, and last, for what nobody has
/// set, the environment.
/// </summary>
internal sealed class HostConfiguration(EnvironmentVariables variables, IConfiguration? configuration = null)
    : IConfigureNamedOptions<TaskPlatformClientOptions>, IPostConfigureOptions<TaskPlatformClientOptions>
{
    internal const string SectionName = "TaskPlatform";

    public void Configure(TaskPlatformClientOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TaskPlatformClientOptions options)
    {
        if (name == Options.DefaultName && configuration is not null)
        {
            ConfigurationReader.Apply(configuration.GetSection(SectionName), options);
        }
    }

    public void PostConfigure(string? name, TaskPlatformClientOptions options)
    {
        if (name == Options.DefaultName)
        {
            variables.FillUnset(options);
        }
    }
}
