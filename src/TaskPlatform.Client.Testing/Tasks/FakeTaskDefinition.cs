namespace TaskPlatform.Client.Testing;

/// <summary>What a new task is like, its first revision included, which is live at once.</summary>
public sealed class FakeTaskDefinition : FakeRevisionDefinition
{
    internal FakeTaskDefinition()
    {
    }

    /// <summary>What the task is for, in words for people; none by default.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the task may be run; true by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What its runs produce: <c>json</c> (default), <c>text</c>, <c>csv</c>, <c>image</c>, <c>audio</c> or <c>pdf</c>; wire key <c>output_modality</c>.</summary>
    public string Modality { get; set; } = "json";

    /// <summary>The project the task lies in; by default <see cref="FakeTaskPlatform.ProjectId"/>. Another one must have been added with <see cref="FakeTaskPlatform.AddProject"/>.</summary>
    public Guid? ProjectId { get; set; }
}
