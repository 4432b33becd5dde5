namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>A file of a run as most people write it: its bytes in memory, for the serializer to encode.</summary>
internal sealed record HandWrittenFile(string Filename, byte[] Content);
