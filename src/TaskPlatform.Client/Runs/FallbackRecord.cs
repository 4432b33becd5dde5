namespace TaskPlatform.Client.Runs;

/// <summary>What <see cref="FallbackMemory"/> remembers of one task.</summary>
internal sealed class FallbackRecord
{
    /// <summary>How many runs in a row the primary failed.</summary>
    internal int Failures { get; set; }

    internal bool FallbackAnswered { get; set; }

    /// <summary>Until when runs go straight to the fallback; null while the primary is asked.</summary>
    internal DateTimeOffset? OpenUntil { get; set; }

    internal DateTimeOffset? RefusedUntil { get; set; }

    internal TaskPlatformApiException? Refusal { get; set; }
}
