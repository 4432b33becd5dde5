namespace TaskPlatform.Client.Testing.Scripting;

/// <summary>A scripted step, and the moment at which it strikes.</summary>
internal sealed record ScriptStep(FakeMoment Moment, ScriptAction Action);
