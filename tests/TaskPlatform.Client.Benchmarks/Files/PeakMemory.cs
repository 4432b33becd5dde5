using System.Diagnostics;
using System.Globalization;
using TaskPlatform.Client.Benchmarks.Platform;

namespace TaskPlatform.Client.Benchmarks.Files;

/// <summary>What sending one file costs a fresh process: managed bytes allocated by the call, and the most memory the process ever held.</summary>
/// <param name="Allocated">All managed bytes of the first and only call: token, connection and what is made on first use included.</param>
/// <param name="Peak">The peak resident memory of the process at its end.</param>
internal sealed record PeakMemory(long Allocated, long Peak)
{
    internal const string Verb = "peak";

    /// <summary>Measures in this process; the platform must be in another one.</summary>
    internal static async Task<PeakMemory> OfSendingAsync(string size)
    {
        string path = TemporaryFile.Create(ByteCount.Parse(size));
        try
        {
            using TaskPlatformClient client = Contestants.Direct(Wire.Loopback);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await client.Tasks.RunAsync(Addresses.Task, new RunTaskRequest { Files = [TaskFile.FromPath(path, "photo.bin")] });
            return new PeakMemory(GC.GetTotalAllocatedBytes(precise: true) - before, OfThisProcess());
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Measures in a new process against a platform that this one serves.</summary>
    internal static async Task<PeakMemory> OfProcessAsync(string size, LoopbackPlatform platform)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PeakMemory).Assembly.Location, Verb, size]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[Addresses.Variable] = platform.Address;
        using Process process = Process.Start(start)!;
        string[] words = (await process.StandardOutput.ReadToEndAsync()).Split();
        await process.WaitForExitAsync();
        return new PeakMemory(long.Parse(words[0], CultureInfo.InvariantCulture), long.Parse(words[3], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Allocated} bytes allocated, {Peak} bytes resident at the peak");

    // Linux does not fill PeakWorkingSet64 for a process that still runs in every version; its own book is exact.
    private static long OfThisProcess()
    {
        const string Key = "VmHWM:";
        string? line = OperatingSystem.IsLinux() ? File.ReadLines("/proc/self/status").First(static line => line.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line is null ? Process.GetCurrentProcess().PeakWorkingSet64 : ByteCount.Parse(line[Key.Length..].Trim().Replace('k', 'K'));
    }
}
