using System.Collections.Concurrent;

namespace TaskPlatform.Client.Tests.Load;

/// <summary>What a client under load has got: each call counts once, whatever came of it.</summary>
internal sealed class ClientFigures(int calls)
{
    private readonly Guid[] runIds = new Guid[calls]; // taken beforehand, so that a growing heap is the client's
    private readonly ConcurrentQueue<Exception> foreign = new();
    private int succeeded;
    private int unknown;
    private int answered;
    private int notSent;
    private int mixedUp;

    internal int Succeeded => succeeded;

    /// <summary>Calls that may have been carried out.</summary>
    internal int Unknown => unknown;

    /// <summary>Calls that the platform refused for good.</summary>
    internal int AnsweredFailures => answered;

    /// <summary>Calls that surely never ran and were not answered.</summary>
    internal int NotSent => notSent;

    /// <summary>Calls that got somebody else's run.</summary>
    internal int MixedUp => mixedUp;

    /// <summary>Different runs among the successes.</summary>
    internal int DifferentRuns => runIds.Take(succeeded).Distinct().Count();

    /// <summary>What was thrown and is not the client's own.</summary>
    internal IReadOnlyCollection<Exception> Foreign => foreign;

    internal int Total => succeeded + unknown + answered + notSent + foreign.Count;

    internal void Count(TaskRun run, string reference)
    {
        runIds[Interlocked.Increment(ref succeeded) - 1] = run.Id;
        if (run.Reference != reference)
        {
            Interlocked.Increment(ref mixedUp);
        }
    }

    internal void Count(Exception failure)
    {
        switch (failure)
        {
            case TaskPlatformException { OutcomeUnknown: true }:
                Interlocked.Increment(ref unknown);
                break;
            case TaskPlatformApiException { StatusCode: not null }:
                Interlocked.Increment(ref answered);
                break;
            case TaskPlatformException:
                Interlocked.Increment(ref notSent);
                break;
            default:
                foreign.Enqueue(failure);
                break;
        }
    }
}
