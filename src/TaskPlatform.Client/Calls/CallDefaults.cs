namespace TaskPlatform.Client.Calls;

/// <summary>What the resource clients take from the options: read once, never written again.</summary>
internal sealed record CallDefaults(bool ValidateRequests, bool ThrowOnRunError, string? ReportingGroup, long MaxFileSize, TimeProvider Time)
{
    /// <summary>Whether runs without a reference are given one.</summary>
    internal bool AutoReference { get; init; }

    /// <summary>How long after its first attempt a run may be under way, the time of its upload apart.</summary>
    internal TimeSpan LongestRun { get; init; }

    /// <summary>Runs whose outcome is unknown.</summary>
    internal LostCalls Lost { get; } = new();
}
