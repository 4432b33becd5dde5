using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace WebApi;

/// <summary>One task on a platform in memory, in place of an account. A program of yours has its settings and needs nothing of this.</summary>
internal sealed class EmbeddedProject : IDisposable
{
    private readonly FakeTaskPlatform platform = new();

    public EmbeddedProject()
    {
        FakeTask translate = platform.AddTask("Translate", static task =>
        {
            task.UserPrompt = "Translate {text} into {language}";
            task.OutputFormat = new() { ["text"] = "str" };
        });
        translate.Answer(new System.Text.Json.Nodes.JsonObject { ["text"] = "Hola mundo" });
        TaskId = translate.Id;
    }

    public Guid TaskId { get; }

    public int ExecutedRuns => platform.ExecutedRuns;

    /// <summary>Gives the application the settings of this platform, and the client this platform for a network.</summary>
    public void Attach(WebApplicationBuilder builder, IHttpClientBuilder client)
    {
        TaskPlatformClientOptions options = platform.CreateOptions();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["TaskPlatform:OrganizationId"] = $"{options.OrganizationId}",
            ["TaskPlatform:ProjectId"] = $"{options.ProjectId}",
            ["TaskPlatform:ClientId"] = platform.ClientId,
            ["TaskPlatform:ClientSecret"] = platform.ClientSecret,
            ["TaskPlatform:BaseAddress"] = $"{options.BaseAddress}",
            ["TaskPlatform:TokenEndpoint"] = $"{options.TokenEndpoint}",
            ["TaskId"] = $"{TaskId}",
        });
        client.ConfigurePrimaryHttpMessageHandler(() => platform);
    }

    public void Dispose() => platform.Dispose();
}
