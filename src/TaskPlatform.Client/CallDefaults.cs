namespace TaskPlatform.Client;

/// <summary>What the resource clients take from the options: read once, never written again.</summary>
internal sealed record CallDefaults(bool ValidateRequests, bool ThrowOnRunError, string? ReportingGroup, long MaxFileSize, TimeProvider Time);
