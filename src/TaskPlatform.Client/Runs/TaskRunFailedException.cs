namespace TaskPlatform.Client;

/// <summary>
/// A run failed on the platform (<c>is_error</c> in its answer) and no fallback saved it, or the primary and the
/// fallback model both failed. Everything that is known is here: both runs, both errors, what they cost.
/// </summary>
/// <remarks>With <see cref="TaskPlatformClientOptions.ThrowOnRunError"/> false, failed runs are returned instead.</remarks>
public sealed class TaskRunFailedException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskRunFailedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskRunFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskRunFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The failed run that was answered last: the fallback's if there is one, else the primary's. Null when neither answered.</summary>
    public TaskRun? Run => FallbackRun ?? PrimaryRun;

    /// <summary>The primary model's failed run, or null when it did not answer with one.</summary>
    public TaskRun? PrimaryRun { get; init; }

    /// <summary>Why the primary model's run failed without an answer, or null.</summary>
    public TaskPlatformException? PrimaryError { get; init; }

    /// <summary>The fallback model's failed run, or null when it was not asked or did not answer with one.</summary>
    public TaskRun? FallbackRun { get; init; }

    /// <summary>What all answered runs were charged together, in credits; null when none says.</summary>
    public decimal? TotalChargedCredits => (PrimaryRun?.Usage.ChargedCredits, FallbackRun?.Usage.ChargedCredits) switch
    {
        (null, null) => null,
        var (primary, fallback) => (primary ?? 0) + (fallback ?? 0),
    };

    internal override string ErrorType => "run_failed";
}
