namespace TaskPlatform.Client.Testing;

/// <summary>One message to an agent, as its script sees it.</summary>
public sealed class FakeAgentTurn
{
    internal FakeAgentTurn(string message, string sessionId, Guid revisionId, int turn)
    {
        Message = message;
        SessionId = sessionId;
        RevisionId = revisionId;
        Turn = turn;
    }

    /// <summary>What was said.</summary>
    public string Message { get; }

    /// <summary>The session, new or gone on with.</summary>
    public string SessionId { get; }

    /// <summary>The revision the session belongs to.</summary>
    public Guid RevisionId { get; }

    /// <summary>The how manieth message of the session it is, from 1.</summary>
    public int Turn { get; }

    /// <summary>Shows ids, never what was said.</summary>
    public override string ToString() => $"{nameof(FakeAgentTurn)} {Turn} of {SessionId}";
}
