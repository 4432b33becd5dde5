namespace TaskPlatform.Client.Benchmarks.Runs;

/// <summary>What a large answer holds.</summary>
public enum AnswerKind
{
    /// <summary>One long text.</summary>
    Text,

    /// <summary>A list of records.</summary>
    Json,
}
