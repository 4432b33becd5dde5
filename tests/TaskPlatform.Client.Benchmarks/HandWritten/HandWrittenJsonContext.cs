using System.Text.Json.Serialization;
using TaskPlatform.Client.Benchmarks.Runs;

namespace TaskPlatform.Client.Benchmarks.HandWritten;

/// <summary>The generated JSON of the baseline.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandWrittenRunRequest))]
[JsonSerializable(typeof(HandWrittenRun))]
[JsonSerializable(typeof(HandWrittenUpdate))]
[JsonSerializable(typeof(HandWrittenTask))]
[JsonSerializable(typeof(ItemList))]
internal sealed partial class HandWrittenJsonContext : JsonSerializerContext;
