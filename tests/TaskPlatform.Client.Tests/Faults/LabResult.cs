
namespace TaskPlatform.Client.Tests.Faults;

/// <summary>How an experiment came out: what the servers received and carried out, what the caller got.</summary>
internal sealed record LabResult(LabCell Cell)
{
    /// <summary>What the faulty server received, in order.</summary>
    internal required IReadOnlyList<ReceivedRequest> Requests { get; init; }

    /// <summary>What another origin received.</summary>
    internal required IReadOnlyList<ReceivedRequest> Elsewhere { get; init; }

    /// <summary>Runs and updates carried out, by the primary model or without one.</summary>
    internal required int Executions { get; init; }

    /// <summary>Runs carried out by the fallback model.</summary>
    internal required int FallbackExecutions { get; init; }

    internal LabAnswer? Answer { get; init; }

    internal Exception? Failure { get; init; }

    /// <summary>Whether every connection was closed once the client was disposed.</summary>
    internal required bool IsLeft { get; init; }

    /// <summary>How many timers were still there: of somebody who waits although the call is over.</summary>
    internal required int TimersLeft { get; init; }

    internal bool OutcomeUnknown => Failure is TaskPlatformException { OutcomeUnknown: true } or TaskPlatformCanceledException { OutcomeUnknown: true };

    internal IReadOnlyList<RequestAttempt> Attempts => Answer?.Attempts ?? (Failure as TaskPlatformException)?.Attempts ?? (Failure as TaskPlatformCanceledException)?.Attempts ?? [];

    /// <summary>The outcome as the table shows it.</summary>
    internal string Text =>
        $"{Requests.Count} received, {Executions}+{FallbackExecutions} ran, {Answer?.Text ?? FailureText} [{string.Join(' ', Attempts.Select(static attempt => attempt.Outcome))}]";

    private string FailureText =>
        Failure!.GetType().Name.Replace("TaskPlatform", "", StringComparison.Ordinal) + (OutcomeUnknown ? ", unknown" : "");
}
