namespace TaskPlatform.Client.Runs;

/// <summary>
/// What is remembered of tasks between runs: which have no fallback, and which primaries fail so often that their runs
/// go straight to the fallback for a while. At most 1,024 tasks; the breaker is off unless it is asked for.
/// </summary>
internal sealed class FallbackMemory(int failuresBeforeBreak, TimeSpan breakDuration, TimeProvider time)
{
    private const int Capacity = 1024;
    private static readonly TimeSpan RefusalLasts = TimeSpan.FromMinutes(10);

    private readonly object gate = new(); // protects the entries and the dictionary that holds them
    private readonly Dictionary<Guid, Entry> entries = [];

    /// <summary>The platform's refusal of a fallback for the task within the last ten minutes, or null.</summary>
    internal TaskPlatformApiException? RefusalOf(RunCall call)
    {
        if (NamesRevision(call))
        {
            return null;
        }

        lock (gate)
        {
            return entries.TryGetValue(call.TaskId, out Entry? entry) && entry.RefusedUntil > time.GetUtcNow() ? entry.Refusal : null;
        }
    }

    /// <summary>Forgets a refusal: the task was changed, and may have a fallback now.</summary>
    internal void ForgetRefusal(Guid taskId)
    {
        lock (gate)
        {
            if (entries.TryGetValue(taskId, out Entry? entry))
            {
                entry.Refusal = null;
            }
        }
    }

    /// <summary>Whether the primary's breaker is open. When its time is over one run is let through, the others still go straight.</summary>
    internal bool GoesStraightToFallback(RunCall call)
    {
        if (!IsWatched(call))
        {
            return false;
        }

        lock (gate)
        {
            if (!entries.TryGetValue(call.TaskId, out Entry? entry) || entry.OpenUntil is not { } until)
            {
                return false;
            }

            if (time.GetUtcNow() < until)
            {
                return true;
            }

            entry.OpenUntil = time.GetUtcNow() + breakDuration; // this one tries the primary; the next come back after another break
            return false;
        }
    }

    internal void PrimaryAnswered(RunCall call)
    {
        if (!IsWatched(call))
        {
            return;
        }

        lock (gate)
        {
            if (entries.TryGetValue(call.TaskId, out Entry? entry))
            {
                entry.Failures = 0;
                entry.OpenUntil = null;
            }
        }
    }

    internal void PrimaryFailed(RunCall call) => Change(call, entry =>
    {
        entry.Failures++;
        OpenIfDue(entry);
    });

    internal void FallbackAnswered(RunCall call) => Change(call, entry =>
    {
        entry.FallbackAnswered = true;
        OpenIfDue(entry);
    });

    internal void FallbackRefused(RunCall call, TaskPlatformApiException refusal)
    {
        if (NamesRevision(call))
        {
            return;
        }

        lock (gate)
        {
            Entry entry = Get(call.TaskId);
            entry.Refusal = refusal;
            entry.RefusedUntil = time.GetUtcNow() + RefusalLasts;
            entry.FallbackAnswered = false;
            entry.OpenUntil = null;
        }
    }

    // A run that names a revision says nothing about the others, and must run on the one it names.
    private bool IsWatched(RunCall call) =>
        failuresBeforeBreak > 0 && !NamesRevision(call);

    private static bool NamesRevision(RunCall call) => call.Request.RevisionId is not null || call.Request.RevisionTag is not null;

    private void OpenIfDue(Entry entry)
    {
        if (entry.FallbackAnswered && entry.Failures >= failuresBeforeBreak)
        {
            entry.OpenUntil = time.GetUtcNow() + breakDuration;
        }
    }

    private void Change(RunCall call, Action<Entry> change)
    {
        if (IsWatched(call))
        {
            lock (gate)
            {
                change(Get(call.TaskId));
            }
        }
    }

    private Entry Get(Guid taskId)
    {
        if (entries.TryGetValue(taskId, out Entry? entry))
        {
            return entry;
        }

        if (entries.Count >= Capacity)
        {
            entries.Clear(); // forgetting costs at most one refused request a task
        }

        return entries[taskId] = new Entry();
    }

    private sealed class Entry
    {
        internal int Failures { get; set; }

        internal bool FallbackAnswered { get; set; }

        internal DateTimeOffset? OpenUntil { get; set; }

        internal DateTimeOffset? RefusedUntil { get; set; }

        internal TaskPlatformApiException? Refusal { get; set; }
    }
}
