using System.Text.Json.Serialization;

namespace Quickstart;

/// <summary>What the task "Translate" answers, as its output format says.</summary>
internal sealed record Translation(string Text, string Language);

/// <summary>What the task "Describe" answers.</summary>
internal sealed record Description(string FileName, int Bytes);

/// <summary>Reads both without reflection, which keeps trimmed and native AOT programs working.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Translation))]
[JsonSerializable(typeof(Description))]
internal sealed partial class QuickstartJson : JsonSerializerContext;
