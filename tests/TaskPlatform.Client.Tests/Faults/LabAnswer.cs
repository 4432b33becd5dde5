namespace TaskPlatform.Client.Tests.Faults;

/// <summary>What a caller got, in words, and what it took; a stream tells no attempts.</summary>
internal sealed record LabAnswer(string Text, IReadOnlyList<RequestAttempt> Attempts);
