namespace TaskPlatform.Client;

/// <summary>A revision to compare, by its id or by its tag. Converts implicitly from a <see cref="Guid"/>.</summary>
public sealed record RevisionChoice
{
    private RevisionChoice(Guid? id, string? tag) => (Id, Tag) = (id, tag);

    /// <summary>The id that is sent as <see cref="RunTaskRequest.RevisionId"/>; null when the revision is chosen by its tag.</summary>
    public Guid? Id { get; }

    /// <summary>The tag's name that is sent as <see cref="RunTaskRequest.RevisionTag"/>; null when the revision is chosen by its id.</summary>
    public string? Tag { get; }

    /// <summary>Chooses a revision by its id, live or not.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static RevisionChoice ById(Guid id)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(id, Guid.Empty);
        return new RevisionChoice(id, tag: null);
    }

    /// <summary>Chooses the revision that has a tag.</summary>
    /// <param name="tag">The tag's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RevisionChoice ByTag(string tag)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        return new RevisionChoice(id: null, tag);
    }

    /// <summary>The id, or the tag's name.</summary>
    public override string ToString() => Tag ?? Id.ToString()!;

    /// <summary>Chooses a revision by its id.</summary>
    public static implicit operator RevisionChoice(Guid id) => ById(id);
}
