namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>What lies between a contestant and the platform.</summary>
public enum Wire
{
    /// <summary>A handler that takes the request and answers at once: only the client is measured.</summary>
    InMemory,

    /// <summary>HTTP on loopback, served by another process.</summary>
    Loopback,
}
