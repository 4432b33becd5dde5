using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Agents;

/// <summary>The platform's limits for an agent, new or changed.</summary>
internal static class AgentLimits
{
    private const int NameLimit = 255;
    private const int MaxTurnsLimit = 500;

    internal static void CheckName(string? name, string parameter) => TextLimit.Check("Name", name, NameLimit, parameter);

    internal static void CheckMaxTurns(int? maxTurns, string parameter)
    {
        if (maxTurns is { } turns and not (>= 1 and <= MaxTurnsLimit))
        {
            throw new ArgumentException($"MaxTurns is {turns}; the platform takes 1 to {MaxTurnsLimit}, or null for no limit.", parameter);
        }
    }

    internal static void CheckEntries<T>(string member, IEnumerable<T>? entries, string parameter)
        where T : class?
    {
        if (entries?.Contains(null!) == true)
        {
            throw new ArgumentException($"{member} has an entry that is null.", parameter);
        }
    }

    internal static void CheckFormatters(IEnumerable<TaskToolInput>? tools, string parameter)
    {
        int formatters = tools?.Count(static tool => tool.IsOutputFormatter is true) ?? 0;
        if (formatters > 1)
        {
            throw new ArgumentException($"TaskTools has {formatters} output formatters; the platform takes at most 1.", parameter);
        }
    }
}
