namespace TaskPlatform.Client;

/// <summary>Whether a client may still be used: a client for another project ends with the one it came from.</summary>
internal sealed class ClientLifetime(ClientLifetime? parent)
{
    private int over;

    internal bool IsRoot => parent is null;

    private bool IsOver => Volatile.Read(ref over) > 0 || parent is { IsOver: true };

    /// <summary>Ends it; false when it had ended before.</summary>
    internal bool End() => Interlocked.Exchange(ref over, 1) == 0;

    internal void ThrowIfOver() => ObjectDisposedException.ThrowIf(IsOver, typeof(TaskPlatformClient));
}
