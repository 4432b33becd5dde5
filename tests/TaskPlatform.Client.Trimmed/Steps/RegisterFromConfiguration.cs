using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Takes the client from a host whose configuration holds the options; one that lacks an option does not start.</summary>
internal static class RegisterFromConfiguration
{
    internal static async Task RunAsync(EmbeddedProject project, CancellationToken cancellationToken)
    {
        TaskPlatformClientOptions options = project.Platform.CreateOptions();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["TaskPlatform:BaseAddress"] = options.BaseAddress.AbsoluteUri,
            ["TaskPlatform:TokenEndpoint"] = options.TokenEndpoint.AbsoluteUri,
            ["TaskPlatform:OrganizationId"] = options.OrganizationId.ToString(),
            ["TaskPlatform:ProjectId"] = options.ProjectId.ToString(),
            ["TaskPlatform:ClientId"] = project.Platform.ClientId,
            ["TaskPlatform:ClientSecret"] = project.Platform.ClientSecret,
            ["TaskPlatform:Timeouts:Run"] = "00:05:00",
        };
        using (IHost host = Build(project, settings))
        {
            await host.StartAsync(cancellationToken);
            int tokens = project.Platform.TokensIssued;
            TaskRun run = await host.Services.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(
                project.Summarise.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, cancellationToken);
            Check.Same("the run through the registered client", (run.Output as TextOutput)?.Text, "A short text.");
            Check.Same("the tokens it took", project.Platform.TokensIssued - tokens, 1);
            Check.Same(
                "the time-out from the configuration",
                host.Services.GetRequiredService<IOptions<TaskPlatformClientOptions>>().Value.Timeouts.Run.ToString("c", CultureInfo.InvariantCulture),
                "00:05:00");
            await host.StopAsync(cancellationToken);
        }

        settings["TaskPlatform:ProjectId"] = "not a UUID";
        using IHost incomplete = Build(project, settings);
        OptionsValidationException refusal = await Check.FailsAsync<OptionsValidationException>(
            "a host whose project id is none", () => incomplete.StartAsync(cancellationToken));
        Check.That("the refusal names the key", refusal.Message.Contains("TaskPlatform:ProjectId", StringComparison.Ordinal));
    }

    private static IHost Build(EmbeddedProject project, Dictionary<string, string?> settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddTaskPlatformClient(builder.Configuration.GetSection("TaskPlatform"))
            .ConfigurePrimaryHttpMessageHandler(() => project.Platform);
        return builder.Build();
    }
}
