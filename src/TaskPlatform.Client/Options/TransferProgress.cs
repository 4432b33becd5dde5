namespace TaskPlatform.Client;

/// <summary>How far an upload or a download has come.</summary>
/// <param name="BytesTransferred">Bytes handed over or read so far: of the request's body when sending, of the file when receiving.</param>
/// <param name="TotalBytes">Bytes in all, or null when the length is not known beforehand.</param>
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes);
