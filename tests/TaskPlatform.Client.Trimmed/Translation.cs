using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Trimmed;

/// <summary>What the task "Translate" answers.</summary>
internal sealed record Translation(string Text, IReadOnlyList<string> FormalWords);

/// <summary>What the task "Describe a picture" answers.</summary>
internal sealed record Description(string FileName, int Bytes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Translation))]
[JsonSerializable(typeof(Description))]
internal sealed partial class TrimmedJson : JsonSerializerContext;
