namespace TaskPlatform.Client.Http.Requests;

/// <summary>
/// The body of a change that sends none, as a deletion. It has no byte, and yet tells whether the network asked for it:
/// without it nothing would tell a call that never went out from one whose answer was lost.
/// </summary>
internal sealed class EmptyBody : RequestBody
{
    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
