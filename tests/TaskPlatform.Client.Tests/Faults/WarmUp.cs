namespace TaskPlatform.Client.Tests.Faults;

/// <summary>What happens on a connection before the call that is looked at.</summary>
internal enum WarmUp
{
    /// <summary>Nothing: it is a new one.</summary>
    None,

    /// <summary>A healthy exchange; the fault waits for the next request.</summary>
    Healthy,

    /// <summary>An exchange whose answer is healthy and whose connection the fault ends.</summary>
    Faulty,
}
