namespace TaskPlatform.Client;

/// <summary>
/// When a run is sent again to the revision's fallback model (<c>use_fallback_model=true</c>). A request that sets
/// <c>UseFallbackModel</c> itself is left alone.
/// </summary>
public sealed class TaskPlatformFallbackOptions
{
    /// <summary>When the fallback model is asked for; <see cref="FallbackMode.OnFailure"/> by default.</summary>
    public FallbackMode Mode { get; set; } = FallbackMode.OnFailure;

    /// <summary>
    /// Whether a run of unknown outcome (a lost connection, a time-out, a 500 or 502) is sent to the fallback too; false
    /// by default. The first run may have been carried out and charged as well.
    /// </summary>
    public bool OnUnknownOutcome { get; set; }

    /// <summary>
    /// After how many failed runs of a task in a row, with a fallback that has answered for it, its runs go straight to
    /// the fallback; 0 by default, which turns this off.
    /// </summary>
    public int FailuresBeforeBreak { get; set; }

    /// <summary>How long runs then go straight to the fallback before the primary model is tried again; 1 min by default.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromMinutes(1);
}
