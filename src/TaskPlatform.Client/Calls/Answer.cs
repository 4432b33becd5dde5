namespace TaskPlatform.Client.Calls;

/// <summary>What a call gives back: the value read from the body, and how it came.</summary>
internal sealed record Answer<T>(T Value, ResponseMetadata Response, DateTimeOffset SentAt);
