namespace TaskPlatform.Client.Batches;

/// <summary>The words of a run log for what became of an input.</summary>
internal static class RunLogStatus
{
    internal static string Write(RunOutcomeKind status) => status switch
    {
        RunOutcomeKind.Succeeded => "succeeded",
        RunOutcomeKind.Failed => "failed",
        RunOutcomeKind.NotRun => "not_run",
        _ => "unknown",
    };

    internal static RunOutcomeKind Parse(string? word) => word switch
    {
        "succeeded" => RunOutcomeKind.Succeeded,
        "failed" => RunOutcomeKind.Failed,
        "not_run" => RunOutcomeKind.NotRun,
        "unknown" => RunOutcomeKind.Unknown,
        _ => throw new FormatException("Its status is no word of this format."),
    };
}
