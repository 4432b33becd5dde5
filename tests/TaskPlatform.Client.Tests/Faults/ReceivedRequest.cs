namespace TaskPlatform.Client.Tests.Faults;

/// <summary>A request whose headers have come.</summary>
internal sealed class ReceivedRequest(RequestHead head)
{
    internal RequestHead Head { get; } = head;

    /// <summary>Whether its whole body has come, and it was not refused: a run is made and charged, a revision made.</summary>
    internal bool IsExecuted { get; set; }
}
