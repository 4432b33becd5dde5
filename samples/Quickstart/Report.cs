using System.Globalization;
using TaskPlatform.Client;

namespace Quickstart;

/// <summary>What the program prints: numbered steps, aligned lines, and checks that decide about the exit code.</summary>
internal sealed class Report
{
    private const string Indent = "     ";

    private static readonly bool Coloured =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private readonly TextWriter output;

    private int steps;
    private int passed;
    private int failed;

    public Report(string subtitle)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        output = Console.Out;
        output.WriteLine();
        Print("  TaskPlatform.Client quickstart", ConsoleColor.Cyan);
        output.WriteLine($"  {subtitle}");
    }

    public void Step(string title)
    {
        output.WriteLine();
        Print(string.Create(CultureInfo.InvariantCulture, $"  {++steps}  {title}"), ConsoleColor.Cyan);
    }

    /// <summary>One fact: what it is, and what came back.</summary>
    public void Line(string label, string text) => output.WriteLine($"{Indent}{label,-14}{text}");

    /// <summary>What has to be true at this point. A single claim that does not hold makes the program fail.</summary>
    public void Check(string claim, bool holds)
    {
        _ = holds ? ++passed : ++failed;
        Print($"{Indent}{(holds ? "✓" : "✗ NOT TRUE:")} {claim}", holds ? ConsoleColor.Green : ConsoleColor.Red);
    }

    /// <summary>An exception of the client. Its text is made for people and holds no secret and no content.</summary>
    public void Fail(TaskPlatformException failure)
    {
        failed++;
        Print($"{Indent}✗ {failure.GetType().Name}: {failure.Message}", ConsoleColor.Red);
        if (failure.OutcomeUnknown)
        {
            Line("careful", "the platform may have carried this call out; look before you repeat it");
        }
    }

    /// <summary>The last line, and the exit code: 0 when everything held.</summary>
    public int Finish()
    {
        output.WriteLine();
        Print(
            string.Create(CultureInfo.InvariantCulture, $"  {passed} checks passed, {failed} failed"),
            failed == 0 ? ConsoleColor.Green : ConsoleColor.Red);
        return failed == 0 ? 0 : 1;
    }

    private void Print(string text, ConsoleColor colour)
    {
        if (Coloured)
        {
            Console.ForegroundColor = colour;
        }

        output.WriteLine(text);
        if (Coloured)
        {
            Console.ResetColor();
        }
    }
}
