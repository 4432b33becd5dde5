using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Serialization;

/// <summary>The one JSON context: every type that crosses the wire is named here.</summary>
[JsonSourceGenerationOptions(MaxDepth = 512, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(Guid?))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ResourceId))]
internal sealed partial class TaskPlatformJsonContext : JsonSerializerContext;
