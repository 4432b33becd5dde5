namespace TaskPlatform.Client.Calls;

/// <summary>
/// When the client gave up calls whose outcome is unknown, by their reference: an upload may take longer than the run itself, so
/// the time at which a call was begun does not tell how long its run may be under way. At most 1,024; the oldest is forgotten.
/// </summary>
internal sealed class LostCalls
{
    private const int Capacity = 1024;

    private readonly object gate = new(); // protects both collections
    private readonly Dictionary<string, DateTimeOffset> ends = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    internal void Add(string? reference, DateTimeOffset ended)
    {
        if (reference is null)
        {
            return;
        }

        lock (gate)
        {
            if (!ends.TryGetValue(reference, out DateTimeOffset before))
            {
                order.Enqueue(reference);
            }

            ends[reference] = ended > before ? ended : before;
            if (order.Count > Capacity)
            {
                ends.Remove(order.Dequeue());
            }
        }
    }

    /// <summary>When the last call with this reference was given up; null when none is known.</summary>
    internal DateTimeOffset? EndOf(string reference)
    {
        lock (gate)
        {
            return ends.TryGetValue(reference, out DateTimeOffset ended) ? ended : null;
        }
    }
}
