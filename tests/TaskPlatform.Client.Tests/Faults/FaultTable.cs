namespace TaskPlatform.Client.Tests.Faults;

/// <summary>
/// The table: a line for each experiment. Where who is faster decides, a line for each fault and call holds every part
/// an outcome may have, and the outcomes are held to the rules besides.
/// </summary>
internal static class FaultTable
{
    private const string Or = " / ";

    internal static readonly string File = Path.Combine(Repository.Root, "tests", "TaskPlatform.Client.Tests", "Faults", "FaultTable.txt");

    internal static string[] Approved => System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];

    /// <summary>The lines of these results; what is approved where they race stays.</summary>
    internal static string[] Lines(IReadOnlyList<LabResult> results, string[] approved)
    {
        Dictionary<string, string[]> known = approved.Select(static line => line.Split(" | ")).ToDictionary(static line => line[0], static line => line[1].Split(Or), StringComparer.Ordinal);
        return [.. results.GroupBy(Key, StringComparer.Ordinal).Select(group => $"{group.Key} | {Outcome([.. group], known.GetValueOrDefault(group.Key, []))}")];
    }

    private static string Key(LabResult result) =>
        result.Cell.Races ? $"{result.Cell.Fault.Name,-38} races  {result.Cell.Call,-11}" : result.Cell.ToString();

    private static string Outcome(LabResult[] results, string[] known) => results[0].Cell.Races
        ? string.Join(Or, results.SelectMany(static result => result.Words).Concat(known).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        : results.Single().Text;
}
