namespace TaskPlatform.Client.Consumer;

/// <summary>A package we publish, and what it may bring into a user's program. A new dependency is a decision: it is made here as well.</summary>
/// <param name="Id">Its name, which is that of its project and its assembly.</param>
/// <param name="Dependencies">What it needs on each framework.</param>
internal sealed record ExpectedPackage(string Id, params IReadOnlyList<string> Dependencies)
{
    public static IReadOnlyList<ExpectedPackage> All { get; } =
    [
        new(
            "TaskPlatform.Client",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Http",
            "Microsoft.Extensions.Options.ConfigurationExtensions",
            "Polly.Core",
            "System.Threading.RateLimiting")
        {
            OnlyNet8 = ["System.Net.ServerSentEvents"],
        },
        new("TaskPlatform.Client.AI", "TaskPlatform.Client", "Microsoft.Extensions.AI.Abstractions"),
        new("TaskPlatform.Client.HealthChecks", "TaskPlatform.Client", "Microsoft.Extensions.Diagnostics.HealthChecks"),
        new("TaskPlatform.Client.Testing", "TaskPlatform.Client"),
    ];

    public static IReadOnlyList<string> Frameworks { get; } = ["net10.0", "net8.0"];

    /// <summary>What .NET itself has from version 10.</summary>
    public IReadOnlyList<string> OnlyNet8 { get; private init; } = [];

    public IEnumerable<string> DependenciesOn(string framework) => framework == "net8.0" ? Dependencies.Concat(OnlyNet8) : Dependencies;
}
