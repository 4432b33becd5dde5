using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// What kind of thing a tag is for (<c>entity_type</c>). Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<TagEntityType>))]
public readonly record struct TagEntityType : IParsable<TagEntityType>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public TagEntityType(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The tag goes on tasks (<c>task</c>).</summary>
    public static TagEntityType Task => new(Words.Task);

    /// <summary>The tag goes on revisions of tasks (<c>task_revision</c>).</summary>
    public static TagEntityType TaskRevision => new(Words.TaskRevision);

    /// <summary>The tag goes on shares of tasks (<c>task_share</c>).</summary>
    public static TagEntityType TaskShare => new(Words.TaskShare);

    /// <summary>The tag goes on skills (<c>skill</c>).</summary>
    public static TagEntityType Skill => new(Words.Skill);

    /// <summary>The tag goes on revisions of task agents (<c>task_agent_revision</c>).</summary>
    public static TagEntityType TaskAgentRevision => new(Words.TaskAgentRevision);

    /// <summary>The tag goes on shares of task agents (<c>task_agent_share</c>).</summary>
    public static TagEntityType TaskAgentShare => new(Words.TaskAgentShare);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static TagEntityType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TagEntityType result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="TagEntityType.Task"/>.</summary>
        public const string Task = "task";

        /// <summary>The word of <see cref="TagEntityType.TaskRevision"/>.</summary>
        public const string TaskRevision = "task_revision";

        /// <summary>The word of <see cref="TagEntityType.TaskShare"/>.</summary>
        public const string TaskShare = "task_share";

        /// <summary>The word of <see cref="TagEntityType.Skill"/>.</summary>
        public const string Skill = "skill";

        /// <summary>The word of <see cref="TagEntityType.TaskAgentRevision"/>.</summary>
        public const string TaskAgentRevision = "task_agent_revision";

        /// <summary>The word of <see cref="TagEntityType.TaskAgentShare"/>.</summary>
        public const string TaskAgentShare = "task_agent_share";
    }
}
