using System.Diagnostics;
using System.Text;

namespace TaskPlatform.Client.Tests.Samples;

/// <summary>A sample, started as a user starts it: in a process of its own, with nothing in the environment but what is given.</summary>
internal sealed record SampleProgram(int ExitCode, string Output, string Errors)
{
    // …/bin/{configuration}/{framework}/ is the same for the tests and for samples.
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static async Task<SampleProgram> RunAsync(
        string name,
        string[] arguments,
        IReadOnlyDictionary<string, string> environment,
        string? input,
        CancellationToken cancellationToken)
    {
        string program = Path.Combine(Repository.Root, "samples", name, "bin", Configuration, "net10.0", $"{name}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string variable in start.Environment.Keys.Where(IsOfThePlatform).ToArray())
        {
            start.Environment.Remove(variable);
        }

        foreach ((string variable, string value) in environment)
        {
            start.Environment[variable] = value;
        }

        using Process process = Process.Start(start)!;
        await AnswerAsync(process, input);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return new SampleProgram(process.ExitCode, await output, await errors);
    }

    // A program that does not ask may have ended before it is answered.
    private static async Task AnswerAsync(Process process, string? input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input is null ? "" : input + Environment.NewLine);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static bool IsOfThePlatform(string variable) =>
        variable.StartsWith("TASKPLATFORM_", StringComparison.Ordinal) || variable.StartsWith("RB_", StringComparison.Ordinal);
}
