namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Which fault a server plays, and for how many requests.</summary>
internal sealed class FaultScript
{
    private readonly object gate = new(); // protects fault and left
    private Fault? fault;
    private int left;

    internal void Play(Fault next, int times)
    {
        lock (gate)
        {
            (fault, left) = (next, times);
        }
    }

    /// <summary>The fault, used once, if it is one of these moments; null where nothing is to go wrong.</summary>
    internal Fault? Take(Moment from, Moment to)
    {
        lock (gate)
        {
            if (left == 0 || fault!.Until < from || fault.Until > to)
            {
                return null;
            }

            left--;
            return fault;
        }
    }
}
