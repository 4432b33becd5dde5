namespace TaskPlatform.Client.DependencyInjection;

/// <summary>Collects what is wrong with options, and names each by its configuration key or as code writes it.</summary>
internal sealed class OptionsReport(TaskPlatformClientOptions options)
{
    // Timers take no more.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly List<string> failures = [.. options.UnusableValues];

    internal IReadOnlyList<string> Failures => failures;

    internal void RequireLimit(TimeSpan limit, string member) =>
        Require(limit > TimeSpan.Zero && limit <= Longest, member, "must be positive and at most 24 days.");

    internal void RequireWait(TimeSpan wait, string member) =>
        Require(wait >= TimeSpan.Zero && wait <= Longest, member, "must not be negative, and at most 24 days.");

    internal void Require(bool holds, string member, string demand)
    {
        if (!holds)
        {
            Fail(member, demand);
        }
    }

    internal void Fail(string member, string demand) => Add($"{Name(member)} {demand}");

    internal void Add(string failure) => failures.Add(failure);

    /// <summary>The name in a list when it is given, else an empty list.</summary>
    internal string[] Named(string member, bool given) => given ? [Name(member)] : [];

    /// <summary>Where the environment would have it, if the options come from there.</summary>
    internal string Variable(string name) => options.ReadsEnvironment ? $" (in the environment {name})" : "";

    internal string Name(string member) =>
        options.ConfigurationPath is { Length: > 0 } path && member != "Credential" ? $"{path}:{member}" : member.Replace(':', options.ConfigurationPath is null ? '.' : ':');
}
