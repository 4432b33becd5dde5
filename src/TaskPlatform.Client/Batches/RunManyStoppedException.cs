using System.Globalization;

namespace TaskPlatform.Client;

/// <summary>
/// A ceiling stopped many runs before the inputs were at their end. Thrown after the last outcome: what was started is
/// told, the rest was not started.
/// </summary>
public sealed class RunManyStoppedException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public RunManyStoppedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public RunManyStoppedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public RunManyStoppedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Which ceiling was reached.</summary>
    public RunManyCeiling Ceiling { get; init; }

    /// <summary>The counts and credits at the end; all zero for an exception made elsewhere.</summary>
    public RunManyProgress Progress { get => field ?? new RunManyProgress(); init; }

    internal static RunManyStoppedException At(RunManyCeiling ceiling, RunManyOptions options, RunManyProgress end) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Stopped at {(ceiling == RunManyCeiling.Credits ? $"MaxCredits = {options.MaxCredits}" : $"MaxFailures = {options.MaxFailures}")}: {end.Succeeded} succeeded, {end.Failed} failed, {end.NotRun} were not run, {end.Unknown} are unknown, {end.Credits} credits. No other input was started."))
    {
        Ceiling = ceiling,
        Progress = end,
    };
}
