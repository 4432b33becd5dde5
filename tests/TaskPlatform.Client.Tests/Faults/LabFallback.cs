namespace TaskPlatform.Client.Tests.Faults;

/// <summary>What the client is told about fallback models.</summary>
internal enum LabFallback
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>When the primary surely has not answered.</summary>
    OnFailure,

    /// <summary>Also when that is not known.</summary>
    OnUnknown,
}
