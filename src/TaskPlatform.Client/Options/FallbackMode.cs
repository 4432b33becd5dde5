namespace TaskPlatform.Client;

/// <summary>When the client asks for a revision's fallback model.</summary>
public enum FallbackMode
{
    /// <summary>When the primary model has failed and the run is known not to be answered otherwise.</summary>
    OnFailure = 0,

    /// <summary>Never; the platform may still fall back by itself.</summary>
    Never = 1,

    /// <summary>At once, without asking the primary model: for a known outage. The revision must have a fallback.</summary>
    Always = 2,
}
