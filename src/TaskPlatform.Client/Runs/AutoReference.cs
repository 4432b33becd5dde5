namespace TaskPlatform.Client.Runs;

/// <summary>The references that the client gives to runs which have none of the caller's.</summary>
internal static class AutoReference
{
    private const string Prefix = "auto-";
    private const int Length = 37;

    internal static RunTaskRequest Give(RunTaskRequest request) =>
        request.Reference is null ? request with { Reference = $"{Prefix}{Guid.NewGuid():N}", HasOwnReference = false } : request;

    /// <summary>Whether a reference looks like one of these.</summary>
    internal static bool IsOne(string? reference) =>
        reference?.Length == Length && reference.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(reference.AsSpan(Prefix.Length), "N", out _);
}
