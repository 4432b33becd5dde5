namespace TaskPlatform.Client.Runs;

/// <summary>
/// What is remembered of tasks between runs: which have no fallback, and which primaries fail so often that their runs
/// go straight to the fallback for a while. At most 1,024 tasks; the breaker is off unless it is asked for.
/// </summary>
internal sealed class FallbackMemory(int failuresBeforeBreak, TimeSpan breakDuration, TimeProvider time)
{
    private const int Capacity = 1024;
    private static readonly TimeSpan RefusalLasts = TimeSpan.FromMinutes(10);

    private readonly object gate = new(); // protects the records and the dictionary that holds them
    private readonly Dictionary<Guid, FallbackRecord> records = [];

    /// <summary>The platform's refusal of a fallback for the task within the last ten minutes, or null.</summary>
    internal TaskPlatformApiException? RefusalOf(RunCall call)
    {
        if (NamesRevision(call))
        {
            return null;
        }

        lock (gate)
        {
            return records.TryGetValue(call.TaskId, out FallbackRecord? record) && record.RefusedUntil > time.GetUtcNow() ? record.Refusal : null;
        }
    }

    /// <summary>Forgets a refusal: the task was changed, and may have a fallback now.</summary>
    internal void ForgetRefusal(Guid taskId)
    {
        lock (gate)
        {
            if (records.TryGetValue(taskId, out FallbackRecord? record))
            {
                record.Refusal = null;
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
            if (!records.TryGetValue(call.TaskId, out FallbackRecord? record) || record.OpenUntil is not { } until)
            {
                return false;
            }

            if (time.GetUtcNow() < until)
            {
                return true;
            }

            record.OpenUntil = time.GetUtcNow() + breakDuration; // this one tries the primary; the next come back after another break
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
            if (records.TryGetValue(call.TaskId, out FallbackRecord? record))
            {
                record.Failures = 0;
                record.OpenUntil = null;
            }
        }
    }

    internal void PrimaryFailed(RunCall call) => Change(call, record =>
    {
        record.Failures++;
        OpenIfDue(record);
    });

    internal void FallbackAnswered(RunCall call) => Change(call, record =>
    {
        record.FallbackAnswered = true;
        OpenIfDue(record);
    });

    internal void FallbackRefused(RunCall call, TaskPlatformApiException refusal)
    {
        if (NamesRevision(call))
        {
            return;
        }

        lock (gate)
        {
            FallbackRecord record = Get(call.TaskId);
            record.Refusal = refusal;
            record.RefusedUntil = time.GetUtcNow() + RefusalLasts;
            record.FallbackAnswered = false;
            record.OpenUntil = null;
        }
    }

    // A run that names a revision says nothing about the others, and must run on the one it names.
    private bool IsWatched(RunCall call) =>
        failuresBeforeBreak > 0 && !NamesRevision(call);

    private static bool NamesRevision(RunCall call) => call.Request.RevisionId is not null || call.Request.RevisionTag is not null;

    private void OpenIfDue(FallbackRecord record)
    {
        if (record.FallbackAnswered && record.Failures >= failuresBeforeBreak)
        {
            record.OpenUntil = time.GetUtcNow() + breakDuration;
        }
    }

    private void Change(RunCall call, Action<FallbackRecord> change)
    {
        if (IsWatched(call))
        {
            lock (gate)
            {
                change(Get(call.TaskId));
            }
        }
    }

    private FallbackRecord Get(Guid taskId)
    {
        if (records.TryGetValue(taskId, out FallbackRecord? record))
        {
            return record;
        }

        if (records.Count >= Capacity)
        {
            records.Clear(); // forgetting costs at most one refused request a task
        }

        return records[taskId] = new FallbackRecord();
    }
}
