using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>What a run answers. Literal: what the function returns stands in the answer even if it is null.</summary>
internal sealed record ScriptedAnswer(Func<FakeRunContext, JsonNode?> Respond, bool Literal);
