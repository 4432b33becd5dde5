using System.Reflection;

namespace TaskPlatform.Client.Tests.Contract;

/// <summary>The keys the platform's contract lists for each record, kept in <c>keys.txt</c>.</summary>
internal static class ContractKeys
{
    internal static readonly IReadOnlyDictionary<string, List<string>> All = Read();

    internal static Type TypeOf(string record) => typeof(TaskDefinition).Assembly.GetType("TaskPlatform.Client." + record, throwOnError: true)!;

    // A record's name stands at the start of a line, its keys on the indented lines below.
    private static Dictionary<string, List<string>> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("keys.txt")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> keys = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
            {
                keys.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else
            {
                all[line.TrimEnd(':')] = keys = [];
            }
        }

        return all;
    }
}
