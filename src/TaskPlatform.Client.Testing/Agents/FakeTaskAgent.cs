using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Agents;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>A task agent on the platform, and what it has become.</summary>
public sealed class FakeTaskAgent
{
    private readonly PlatformState state;

    internal FakeTaskAgent(PlatformState state, Guid projectId, JsonObject root)
    {
        this.state = state;
        ProjectId = projectId;
        Root = root;
        Id = Json.Id(root["id"])!.Value;
    }

    /// <summary>The id it is called by.</summary>
    public Guid Id { get; }

    /// <summary>The project it lies in.</summary>
    public Guid ProjectId { get; }

    /// <summary>Its name as it stands now.</summary>
    public string Name => Under(() => Json.Text(Root["name"])!);

    /// <summary>Its revisions, the oldest first.</summary>
    public IReadOnlyList<FakeTaskAgentRevision> Revisions => Under(() => RevisionList.ToArray());

    /// <summary>The live revision; null when none is.</summary>
    public Guid? ActiveRevisionId => Under(() => Active?.Id);

    /// <summary>How many bytes of the events are sent at a time; 0, the default, sends an event at a time. For tests of readers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 0.</exception>
    public int PieceSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    internal object Gate => state.Gate;

    internal Dictionary<string, AgentSession> Sessions { get; } = new(StringComparer.Ordinal);

    internal Func<FakeAgentTurn, IEnumerable<JsonObject>> Script { get; private set; } = static turn => [FakeAgentEvents.Text($"You said: {turn.Message}")];

    internal JsonObject Root { get; }

    internal List<FakeTaskAgentRevision> RevisionList { get; } = [];

    internal FakeTaskAgentRevision? Active { get; set; }

    /// <summary>
    /// Sets what the agent does at each message. The platform tells the session first, and <c>done</c> last where the
    /// events do not end with <c>done</c> or <c>error</c>. By default the agent repeats what was said.
    /// </summary>
    /// <param name="respond">Gives the events; <see cref="FakeAgentEvents"/> makes them.</param>
    public void Respond(Func<FakeAgentTurn, IEnumerable<JsonObject>> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Script = respond;
    }

    /// <summary>The agent as an answer shows it, a new copy on each call.</summary>
    public JsonObject ToJson() => Under(() =>
    {
        var copy = (JsonObject)Root.DeepClone();
        copy["active_revision"] = Active is null ? null : Summary(Active.Document);
        copy["revisions"] = Json.List(RevisionList.AsEnumerable().Reverse().Select(revision => (JsonNode?)revision.ToJson()));
        return copy;
    });

    internal FakeTaskAgentRevision AddRevision(JsonObject document)
    {
        var revision = new FakeTaskAgentRevision(this, Json.Id(document["id"])!.Value, document);
        RevisionList.Add(revision);
        return revision;
    }

    private static JsonObject Summary(JsonObject revision)
    {
        var summary = new JsonObject();
        foreach (string key in (ReadOnlySpan<string>)["id", "task_agent_id", "created", "modified"])
        {
            summary[key] = revision[key]?.DeepClone();
        }

        return summary;
    }

    private T Under<T>(Func<T> read)
    {
        lock (state.Gate)
        {
            return read();
        }
    }
}
