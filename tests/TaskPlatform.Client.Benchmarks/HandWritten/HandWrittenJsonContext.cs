using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The generated JSON of the baseline.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandWrittenRunRequest))]
[JsonSerializable(typeof(HandWrittenRun))]
internal sealed partial class HandWrittenJsonContext : JsonSerializerContext;
