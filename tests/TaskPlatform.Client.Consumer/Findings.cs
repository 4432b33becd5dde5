namespace TaskPlatform.Client.Consumer;

/// <summary>What is wrong with the packages: all of it, since packing again takes a minute.</summary>
internal sealed class Findings
{
    private readonly List<string> faults = [];

    public int Checks { get; private set; }

    public IReadOnlyList<string> Faults => faults;

    public void Check(bool holds, string package, string otherwise)
    {
        Checks++;
        if (!holds)
        {
            faults.Add($"{package}: {otherwise}");
        }
    }

    public void Same(string? expected, string? found, string package, string what) =>
        Check(expected == found, package, $"{what} is {Quoted(found)}, expected {Quoted(expected)}.");

    /// <summary>The same words, in any order.</summary>
    public void Same(IEnumerable<string> expected, IEnumerable<string> found, string package, string what) =>
        Same(Sorted(expected), Sorted(found), package, what);

    private static string Sorted(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal));

    private static string Quoted(string? text) => text is null ? "missing" : $"\"{text}\"";
}
