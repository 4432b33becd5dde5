namespace TaskPlatform.Client;

/// <summary>
/// When and how often a call is sent again. Runs and updates are repeated only on evidence that the platform did not
/// carry them out; reads also after other failures.
/// </summary>
public sealed class TaskPlatformRetryOptions
{
    /// <summary>How often a call is sent at most, the first time included; 3 by default, at least 1, which turns repeats off.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// The longest wait before the second attempt; it doubles with each further one, and the actual wait is random below
    /// it. 0.5 s by default. Not used where the platform names a wait (<c>Retry-After</c>).
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The limit for the doubled <see cref="BaseDelay"/>; 30 s by default, not less than <see cref="BaseDelay"/>.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest <c>Retry-After</c> that is waited for; 60 s by default. A longer one fails the call at once, with the
    /// value on the exception.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);
}
