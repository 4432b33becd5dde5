using System.ComponentModel;
using System.Diagnostics;

namespace TaskPlatform.Client.Consumer;

/// <summary>A command of another program: bounded in time, with its output in the message when it fails.</summary>
internal static class ChildProcess
{
    // Ten times what the slowest one takes, a first download included.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command line as README prints it, split at spaces.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string?> environment, string command)
    {
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Start(start, command);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw Failed(command, $"was stopped after {Limit.TotalMinutes:0} minutes", await output, await error);
        }

        return process.ExitCode == 0 ? await output : throw Failed(command, $"ended with {process.ExitCode}", await output, await error);
    }

    private static Process Start(ProcessStartInfo start, string command)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ConsumerException($"`{command}` could not be started: {e.Message}");
        }
    }

    private static ConsumerException Failed(string command, string how, string output, string error) =>
        new($"`{command}` {how}.\n--- its output\n{output}\n--- its errors\n{error}");
}
