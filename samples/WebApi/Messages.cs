namespace WebApi;

/// <summary>What a caller of the service asks.</summary>
internal sealed record Question(string Text, string Language);

/// <summary>What the task answers.</summary>
internal sealed record Translation(string Text);
