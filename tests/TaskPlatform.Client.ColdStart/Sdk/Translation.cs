using System.Text.Json.Serialization;

namespace TaskPlatform.Client.ColdStart;

/// <summary>What the task answers.</summary>
internal sealed record Translation(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Translation))]
internal sealed partial class ColdStartJson : JsonSerializerContext;
