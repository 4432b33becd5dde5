using System.Diagnostics;
using System.Globalization;

namespace TaskPlatform.Client.ColdStart;

/// <summary>One of the two programs: published once, started many times.</summary>
internal sealed class ComparedProgram
{
    private static readonly TimeSpan LongestPublish = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly string name;
    private readonly string executable;

    private ComparedProgram(string name, string executable)
    {
        this.name = name;
        this.executable = executable;
    }

    internal List<TimeSpan> Times { get; } = [];

    /// <summary>Publishes the program of this name, which lies beside this one.</summary>
    internal static async Task<ComparedProgram> PublishAsync(string name)
    {
        string project = Path.GetFullPath($"../../../../{name}", AppContext.BaseDirectory);
        string folder = Path.Combine(AppContext.BaseDirectory, "published", name);
        using Process publish = Process.Start("dotnet", ["publish", project, "-o", folder, "--nologo", "-v", "quiet"]);
        await EndAsync(publish, LongestPublish);
        return publish.ExitCode == 0
            ? new ComparedProgram(name, Path.Combine(folder, $"ColdStart.{name}"))
            : throw new InvalidOperationException($"{name} could not be published.");
    }

    /// <summary>Starts the program and gives the time until it printed the text.</summary>
    internal async Task<TimeSpan> StartAsync(string[] arguments, string text)
    {
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(executable, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Task end = EndAsync(process, LongestStart);
        string? line = await process.StandardOutput.ReadLineAsync();
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        await end;
        return line == text && process.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{name} printed \"{line}\" and ended with {process.ExitCode}.");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10}{Times.Min().TotalMilliseconds,8:F1}{Median.Of(Times.Select(static time => time.TotalMilliseconds)),8:F1}{Times.Max().TotalMilliseconds,8:F1}");

    // One that hangs is ended, which ends whoever waits for what it prints.
    private static async Task EndAsync(Process process, TimeSpan longest)
    {
        using var limit = new CancellationTokenSource(longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
