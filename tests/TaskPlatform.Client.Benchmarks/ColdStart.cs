using System.Diagnostics;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>How long a small trimmed program takes to its first answer, as the program made for that measures it.</summary>
/// <param name="ByHand">The median of the program written by hand, in milliseconds.</param>
/// <param name="Ratio">How many times that the one with the client takes.</param>
internal sealed record ColdStart(string ByHand, string Ratio)
{
    internal const string Word = "start";

    private static readonly string Project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../TaskPlatform.Client.ColdStart/Measure"));

    internal static async Task<ColdStart> MeasureAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["run", "-c", "Release", "--project", Project]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        string[] lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
        await process.WaitForExitAsync();
        string[] byHand = Line("ByHand").Split(' ', StringSplitOptions.RemoveEmptyEntries); // name, minimum, median, maximum
        return new ColdStart(byHand[2], Line("ratio").Split(' ')[^1]);

        string Line(string beginning) => Array.Find(lines, line => line.StartsWith(beginning, StringComparison.Ordinal))?.Trim()
            ?? throw new InvalidOperationException($"{Project} ended with {process.ExitCode} and without a line '{beginning}'.");
    }
}
