namespace TaskPlatform.Client.Calls;

/// <summary>Whether a client may still be used: a client for another project ends with the one it came from.</summary>
/// <param name="client">The type users know, for the text of the exception.</param>
/// <param name="parent">The lifetime of the client it came from; null for the first one.</param>
internal sealed class ClientLifetime(Type client, ClientLifetime? parent)
{
    private int over;

    internal bool IsRoot => parent is null;

    private bool IsOver => Volatile.Read(ref over) > 0 || parent is { IsOver: true };

    /// <summary>Ends it; false when it had ended before.</summary>
    internal bool End() => Interlocked.Exchange(ref over, 1) == 0;

    internal void ThrowIfOver() => ObjectDisposedException.ThrowIf(IsOver, client);
}
