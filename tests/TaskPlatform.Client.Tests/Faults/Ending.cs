namespace TaskPlatform.Client.Tests.Faults;

/// <summary>What a server does with the connection when it has gone as far as it goes.</summary>
internal enum Ending
{
    /// <summary>Waits for the next request on it.</summary>
    KeepAlive,

    /// <summary>Says that nothing more will come and hears the client out.</summary>
    Close,

    /// <summary>Tears it down.</summary>
    Reset,

    /// <summary>Stays silent until the client gives up.</summary>
    Stall,
}
