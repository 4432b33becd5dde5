namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Which answer of the platform is damaged.</summary>
internal enum FuzzKind
{
    Task,
    Agent,
    Run,
    Error,
    Token,
}
