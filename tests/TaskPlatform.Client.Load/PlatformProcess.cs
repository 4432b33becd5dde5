using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TaskPlatform.Client.Tests.Load;

namespace TaskPlatform.Client.Load;

/// <summary>
/// The platform in a process of its own, so that what this one holds in memory is the client's. It is told to stop by a
/// line and speaks two: where it is, and what it has seen.
/// </summary>
internal sealed class PlatformProcess : IDisposable
{
    private readonly Process process;

    private PlatformProcess(Process process, LoadTarget target) => (this.process, Target) = (process, target);

    internal LoadTarget Target { get; }

    internal static PlatformProcess Start(int seed)
    {
        Process started = Process.Start(new ProcessStartInfo("dotnet", [typeof(PlatformProcess).Assembly.Location, "--serve", "--seed", seed.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new PlatformProcess(started, Read<LoadTarget>(started));
    }

    internal static async Task ServeAsync(int seed)
    {
        await using LoadServer server = await LoadServer.StartAsync(seed, retryAfter: TimeSpan.FromSeconds(1));
        Console.WriteLine(JsonSerializer.Serialize(server.Target));
        await Console.In.ReadLineAsync();
        Console.WriteLine(JsonSerializer.Serialize(server.Figures()));
    }

    internal ServerFigures Stop()
    {
        process.StandardInput.Close();
        return Read<ServerFigures>(process);
    }

    public void Dispose()
    {
        process.StandardInput.Dispose(); // it ends by itself when nobody can speak to it any longer
        process.Dispose();
    }

    private static T Read<T>(Process of) =>
        JsonSerializer.Deserialize<T>(of.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The platform's process ended."))!;
}
