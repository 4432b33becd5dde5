using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>What an agent is told (the body of <c>POST …/task-agent/{task_agent_id}/run</c>).</summary>
public sealed record RunTaskAgentRequest
{
    private JsonObject? additionalFields;

    /// <summary>What is said to the agent (<c>message</c>).</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>
    /// The session to go on in (<c>session_id</c>), as <see cref="AgentSessionEvent"/> told it; null opens a new one. A
    /// session stays with the revision it began with.
    /// </summary>
    [JsonPropertyName("session_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SessionId { get; init; }

    /// <summary>The revision for a new session (query <c>revision_id</c>); null for the live one. Another one than a session began with is refused (409).</summary>
    [JsonIgnore]
    public Guid? RevisionId { get; init; }

    /// <summary>More keys for the body, sent as given; none by default. A key that this record knows is refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get => additionalFields; init => additionalFields = value; }

    /// <summary>For the serializer, which can't write a <see cref="JsonObject"/> as further keys; use <see cref="AdditionalFields"/>.</summary>
    [JsonExtensionData, EditorBrowsable(EditorBrowsableState.Never)]
    public IDictionary<string, JsonElement>? AdditionalFieldsOnTheWire { get => JsonObjectView.Of(additionalFields); set => additionalFields = JsonObjectView.Read(value); }

    // What was said stays out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"RevisionId = {RevisionId}");
        return true;
    }
}
