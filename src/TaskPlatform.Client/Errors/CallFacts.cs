namespace TaskPlatform.Client.Errors;

/// <summary>What is known of a call that failed: stamped on its exception once, where the call ends.</summary>
internal sealed record CallFacts
{
    internal IReadOnlyList<RequestAttempt> Attempts { get; init; } = [];

    internal bool OutcomeUnknown { get; init; }

    internal Guid? TaskId { get; init; }

    internal string? Reference { get; init; }

    internal DateTimeOffset? SentAt { get; init; }

    internal Guid? RunId { get; init; }
}
