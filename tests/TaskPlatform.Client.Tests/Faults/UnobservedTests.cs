using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Failures that nobody looks at end up in a host's log, or end the host: no fault leaves one behind.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class UnobservedTests
{
    [Fact]
    public async Task No_fault_leaves_a_failed_task_behind()
    {
        Collect(); // what other tests have left
        var unobserved = new ConcurrentQueue<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs failure) => unobserved.Enqueue(failure.Exception.ToString());
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            foreach (Fault fault in FaultList.All)
            {
                foreach (LabCall call in (LabCall[])[LabCall.Run, LabCall.RunWithFile, LabCall.Token])
                {
                    await Experiment.MakeAsync(new LabCell(fault, Again: true, call, Repeats: true, LabFallback.OnUnknown), TestContext.Current.CancellationToken);
                }
            }

            LeaveOne();
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        unobserved.Should().ContainSingle("the one left on purpose shows that one is seen").Which.Should().Contain("left on purpose");
    }

    // A method of its own, so that no local holds the task.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LeaveOne() => _ = Task.FromException(new InvalidOperationException("left on purpose"));

    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
