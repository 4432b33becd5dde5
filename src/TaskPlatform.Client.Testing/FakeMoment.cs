namespace TaskPlatform.Client.Testing;

/// <summary>How far a call has come when a scripted step strikes.</summary>
public enum FakeMoment
{
    /// <summary>The call has arrived, but not one byte of its body was asked for, as when the connection is refused.</summary>
    BeforeBody = 0,

    /// <summary>The body was read to its end; nothing was carried out, nothing charged.</summary>
    BeforeExecution,

    /// <summary>The platform has carried the call out (a run is stored and charged, a revision exists) and is about to answer.</summary>
    AfterExecution,
}
