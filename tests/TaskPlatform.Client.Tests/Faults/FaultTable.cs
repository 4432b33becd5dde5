namespace TaskPlatform.Client.Tests.Faults;

/// <summary>
/// The table: a line for each experiment. Where TCP decides who is faster there is one line for each fault and call, and
/// the outcomes are held to the rules alone: which of the legal ones came out is no fact about the client.
/// </summary>
internal static class FaultTable
{
    internal static readonly string File = Path.Combine(Repository.Root, "tests", "TaskPlatform.Client.Tests", "Faults", "FaultTable.txt");

    internal static string[] Approved => System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];

    internal static string[] Lines(IReadOnlyList<LabResult> results) =>
        [.. results.GroupBy(Key, StringComparer.Ordinal).Select(static group => $"{group.Key} | {Outcome([.. group])}")];

    private static string Key(LabResult result) =>
        result.Cell.Races ? $"{result.Cell.Fault.Name,-38} races  {result.Cell.Call,-11}" : result.Cell.ToString();

    private static string Outcome(LabResult[] results) =>
        results[0].Cell.Races ? "TCP decides; held to the rules" : results.Single().Text;
}
