namespace TaskPlatform.Client.Testing.Authentication;

/// <summary>Who stands behind a bearer: the project's client, a person, or a task's own token, which is good for that task's runs only.</summary>
internal sealed record Caller(Guid? OnlyTask, bool IsPerson = false)
{
    public static readonly Caller Client = new((Guid?)null);

    public static readonly Caller Person = new(null, IsPerson: true);

    public static readonly Caller None = new((Guid?)null);
}
