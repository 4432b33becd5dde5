using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing;

/// <summary>A revision of an agent as the platform keeps it.</summary>
public sealed class FakeTaskAgentRevision
{
    private readonly FakeTaskAgent agent;

    internal FakeTaskAgentRevision(FakeTaskAgent agent, Guid id, JsonObject document)
    {
        this.agent = agent;
        Id = id;
        Document = document;
    }

    /// <summary>The id it is made live by.</summary>
    public Guid Id { get; }

    /// <summary>Whether it is the live one.</summary>
    public bool IsActive => agent.ActiveRevisionId == Id;

    internal JsonObject Document { get; }

    /// <summary>The revision as an answer shows it, a new copy on each call.</summary>
    public JsonObject ToJson()
    {
        lock (agent.Gate)
        {
            var copy = (JsonObject)Document.DeepClone();
            copy["active"] = IsActive;
            return copy;
        }
    }
}
