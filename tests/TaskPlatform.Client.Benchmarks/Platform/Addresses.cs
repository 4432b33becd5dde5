namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>Where the platform of the benchmarks is, and what is asked of it.</summary>
internal static class Addresses
{
    internal const string TokenPath = "/oauth2/token";

    internal static readonly Guid Organization = new("0192f3a4-9b21-d6e7-fa08-c41d35be9027");
    internal static readonly Guid Project = new("0192f3a5-01de-b7f4-d0c2-3be418d7a652");
    internal static readonly Guid Task = new("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    internal static readonly Uri InMemory = new("https://platform.example/");
}
