namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>Where the platform of the benchmarks is, and what can be asked of it.</summary>
internal static class Addresses
{
    /// <summary>The environment variable that tells a measured process where the served platform is.</summary>
    internal const string Variable = "BENCHMARKED_PLATFORM";

    internal const string TokenPath = "/oauth2/token";

    internal const string FileName = "large.bin";

    internal static readonly Guid Organization = new("0192f3a4-9b21-d6e7-fa08-c41d35be9027");
    internal static readonly Guid Project = new("0192f3a5-01de-b7f4-d0c2-3be418d7a652");

    /// <summary>The task that answers with 0.8 KB.</summary>
    internal static readonly Guid Task = new("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    /// <summary>The tasks that answer with 1 MB.</summary>
    internal static readonly Guid LargeText = new("0195d207-32bb-d03d-cfdc-7ee4d2f9e1ab");
    internal static readonly Guid LargeJson = new("0195d207-32bb-d03d-cfdc-7ee4d2f9e1ac");

    /// <summary>The task that answers with a file of 256 MiB, and its run.</summary>
    internal static readonly Guid LargeFile = new("0195d207-32bb-d03d-cfdc-7ee4d2f9e1ad");
    internal static readonly Guid Run = new("0197be10-64a8-f2c1-d95e-08b7a34ce1f6");

    private static readonly Uri InMemory = new("https://platform.example/");

    internal static Uri Of(Wire wire) => wire == Wire.InMemory
        ? InMemory
        : new Uri(Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set: start the benchmarks by their program."));
}
