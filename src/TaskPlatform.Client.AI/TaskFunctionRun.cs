using System.Globalization;
using System.Text;

namespace TaskPlatform.Client.AI;

/// <summary>What one call of a function came to: the run, or why there is none.</summary>
public sealed record TaskFunctionRun
{
    /// <summary>The task that was to run.</summary>
    public Guid TaskId { get; init; }

    /// <summary>The run's id; null when no run is known of.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Credits charged for the call, a failed first run included; null when the platform did not say.</summary>
    public decimal? ChargedCredits { get; init; }

    /// <summary>The run as the platform answered it, a failed one included; null when there was no answer.</summary>
    public TaskRun? Run { get; init; }

    /// <summary>
    /// Why the call failed; null when it did not. A <see cref="TaskPlatformException"/> or
    /// <see cref="TaskPlatformCanceledException"/>, whose <c>OutcomeUnknown</c> says whether a run may exist and be charged.
    /// </summary>
    public Exception? Error { get; init; }

    internal static TaskFunctionRun Of(Guid taskId, TaskRun run) =>
        new() { TaskId = taskId, RunId = run.Id, ChargedCredits = run.TotalChargedCredits, Run = run };

    internal static TaskFunctionRun Of(Guid taskId, Exception error)
    {
        // A cancelled fallback has the failed primary inside.
        var failure = (error is TaskPlatformCanceledException ? error.InnerException : error) as TaskRunFailedException;
        return new()
        {
            TaskId = taskId,
            RunId = (error as TaskPlatformException)?.RunId ?? (error as TaskPlatformCanceledException)?.RunId,
            ChargedCredits = failure?.TotalChargedCredits,
            Run = failure?.Run,
            Error = error,
        };
    }

    // An exception of someone else's inside may quote anything.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"TaskId = {TaskId}, RunId = {RunId}, ChargedCredits = {ChargedCredits}, Error = {Error?.GetType().Name}");
        return true;
    }
}
