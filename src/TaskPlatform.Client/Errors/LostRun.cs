namespace TaskPlatform.Client.Errors;

/// <summary>What a message says of a run whose answer was lost: only runs have a reference.</summary>
internal static class LostRun
{
    internal static string Advice(bool outcomeUnknown, string? reference) => outcomeUnknown && !string.IsNullOrEmpty(reference)
        ? " Look for the run by its Reference: Tasks.FindRunsByReferenceAsync."
        : "";
}
