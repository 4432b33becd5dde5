namespace TaskPlatform.Client.Testing.Agents;

/// <summary>A session of an agent: the revision it stays with, and how many messages it had.</summary>
internal sealed class AgentSession(Guid revisionId)
{
    public Guid RevisionId => revisionId;

    public int Turns { get; set; }
}
