using System.Diagnostics.CodeAnalysis;

namespace TaskPlatform.Client;

/// <summary>What kind of event an agent's run tells (<c>event_type</c>). Words the platform adds later are kept.</summary>
public readonly record struct AgentEventType : IParsable<AgentEventType>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public AgentEventType(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The session the run belongs to (<c>session_id</c>).</summary>
    public static AgentEventType SessionId => new(Words.SessionId);

    /// <summary>A piece of what the agent says (<c>text</c>).</summary>
    public static AgentEventType Text => new(Words.Text);

    /// <summary>A piece of what the agent says, as one source calls it (<c>text_chunk</c>).</summary>
    public static AgentEventType TextChunk => new(Words.TextChunk);

    /// <summary>Tools are called (<c>tool_call</c>).</summary>
    public static AgentEventType ToolCall => new(Words.ToolCall);

    /// <summary>Tools answered (<c>tool_result</c>).</summary>
    public static AgentEventType ToolResult => new(Words.ToolResult);

    /// <summary>The answer of the output formatter (<c>formatted_output</c>).</summary>
    public static AgentEventType FormattedOutput => new(Words.FormattedOutput);

    /// <summary>A tool waits for a person (<c>approval_required</c>).</summary>
    public static AgentEventType ApprovalRequired => new(Words.ApprovalRequired);

    /// <summary>The memory was shortened (<c>memory_compaction</c>).</summary>
    public static AgentEventType MemoryCompaction => new(Words.MemoryCompaction);

    /// <summary>The run is over (<c>done</c>).</summary>
    public static AgentEventType Done => new(Words.Done);

    /// <summary>The run failed (<c>error</c>).</summary>
    public static AgentEventType Error => new(Words.Error);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static AgentEventType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgentEventType result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="AgentEventType.SessionId"/>.</summary>
        public const string SessionId = "session_id";

        /// <summary>The word of <see cref="AgentEventType.Text"/>.</summary>
        public const string Text = "text";

        /// <summary>The word of <see cref="AgentEventType.TextChunk"/>.</summary>
        public const string TextChunk = "text_chunk";

        /// <summary>The word of <see cref="AgentEventType.ToolCall"/>.</summary>
        public const string ToolCall = "tool_call";

        /// <summary>The word of <see cref="AgentEventType.ToolResult"/>.</summary>
        public const string ToolResult = "tool_result";

        /// <summary>The word of <see cref="AgentEventType.FormattedOutput"/>.</summary>
        public const string FormattedOutput = "formatted_output";

        /// <summary>The word of <see cref="AgentEventType.ApprovalRequired"/>.</summary>
        public const string ApprovalRequired = "approval_required";

        /// <summary>The word of <see cref="AgentEventType.MemoryCompaction"/>.</summary>
        public const string MemoryCompaction = "memory_compaction";

        /// <summary>The word of <see cref="AgentEventType.Done"/>.</summary>
        public const string Done = "done";

        /// <summary>The word of <see cref="AgentEventType.Error"/>.</summary>
        public const string Error = "error";
    }
}
