using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>What a new agent is like, its first revision included, which is live at once.</summary>
public sealed class FakeTaskAgentDefinition
{
    internal FakeTaskAgentDefinition()
    {
    }

    /// <summary>What the agent is told to do, wire key <c>instruction</c>.</summary>
    public string? Instruction
    {
        get => Json.Text(Fields["instruction"]);
        set => Fields["instruction"] = value;
    }

    /// <summary>How it works: <c>agentic</c> (default) or <c>sequential</c>; wire key <c>mode</c>.</summary>
    public string? Mode
    {
        get => Json.Text(Fields["mode"]);
        set => Fields["mode"] = value;
    }

    /// <summary>The tasks it can call, in the order of execution; none by default.</summary>
    public IList<FakeTask> TaskTools { get; } = [];

    /// <summary>The project the agent lies in; by default <see cref="FakeTaskPlatform.ProjectId"/>.</summary>
    public Guid? ProjectId { get; set; }

    /// <summary>Every other key of an agent, under its wire name and with the value an update would send, such as <c>Fields["max_turns"] = 20</c>.</summary>
    public JsonObject Fields { get; } = [];
}
