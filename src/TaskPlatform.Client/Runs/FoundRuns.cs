using System.Globalization;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>What a search for runs by their reference came to: the runs, or that there were none up to a time.</summary>
/// <remarks>
/// That nothing was found, or only the run before a fallback, proves nothing while the run may still be under way: before <see cref="ConclusiveFrom"/> search
/// again, and don't run again.
/// </remarks>
public sealed record FoundRuns
{
    /// <summary>
    /// The runs with the reference, the oldest first; empty when none is stored. More than one when a fallback was asked for,
    /// which has the reference of the run that failed before it, or when a reference was used more than once.
    /// </summary>
    public IReadOnlyList<TaskRun> Runs { get => field ?? []; init; }

    /// <summary>When the search began, by the client's clock: what the platform stored later may be missing.</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>
    /// From when on a search tells what became of the call: its time, plus the longest waits between its attempts (and those
    /// of a fallback), plus <see cref="TaskPlatformTimeoutOptions.Run"/>, how long the client waits for a run. Its time is when
    /// this client, or one that shares its connections, gave the call up; after a restart of the program, or when more than
    /// 1,024 calls were lost since, it is the time you gave: then add how long its files took to be sent. A call with longer
    /// limits of its own (<see cref="RequestOptions"/>) needs as much longer. The platform itself names no limit.
    /// </summary>
    public DateTimeOffset ConclusiveFrom { get; init; }

    /// <summary>Whether a run may be under way that this search could not see: it was made before <see cref="ConclusiveFrom"/>.</summary>
    public bool MayStillAppear => LookedAt < ConclusiveFrom;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Runs = {Runs.Count}, LookedAt = {LookedAt:O}, ConclusiveFrom = {ConclusiveFrom:O}");
        return true;
    }
}
