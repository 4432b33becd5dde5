namespace TaskPlatform.Client.Testing.Scripting;

/// <summary>
/// The steps a test has queued. A call takes one wait and one outcome at its arrival, each the oldest that fits, so that a call can be held
/// first and refused then.
/// </summary>
internal sealed class PlatformScript
{
    // Also the lock of both lists.
    private readonly List<Entry> waits = [];
    private readonly List<Entry> outcomes = [];

    public void AddWait(FakeOperation operation, int times, ScriptStep step) => Add(waits, operation, times, step);

    public void AddOutcome(FakeOperation operation, int times, ScriptStep step) => Add(outcomes, operation, times, step);

    public IReadOnlyList<ScriptStep> TakeFor(FakeOperation operation)
    {
        lock (waits)
        {
            return [.. Take(waits, operation), .. Take(outcomes, operation)];
        }
    }

    private static IEnumerable<ScriptStep> Take(List<Entry> entries, FakeOperation operation)
    {
        int at = entries.FindIndex(entry => entry.Operation is FakeOperation.Any || entry.Operation == operation);
        if (at < 0)
        {
            yield break;
        }

        Entry found = entries[at];
        found.Left--;
        if (found.Left == 0)
        {
            entries.RemoveAt(at);
        }

        yield return found.Step;
    }

    private void Add(List<Entry> entries, FakeOperation operation, int times, ScriptStep step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (waits)
        {
            entries.Add(new Entry(operation, step) { Left = times });
        }
    }

    private sealed class Entry(FakeOperation operation, ScriptStep step)
    {
        public FakeOperation Operation => operation;

        public ScriptStep Step => step;

        public int Left { get; set; }
    }
}
