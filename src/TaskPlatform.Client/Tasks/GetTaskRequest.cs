namespace TaskPlatform.Client;

/// <summary>Which revisions a task is shown with. Everything left null is left out.</summary>
public sealed record GetTaskRequest
{
    /// <summary>True shows test revisions too (<c>include_tests</c>); the platform's default is false.</summary>
    public bool? IncludeTests { get; init; }

    /// <summary>Only revisions that carry this tag (<c>revision_tag_id</c>): a tag's id, not its name.</summary>
    public Guid? RevisionTagId { get; init; }
}
