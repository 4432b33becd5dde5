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
// runs
[JsonSerializable(typeof(RunTaskRequest))]
[JsonSerializable(typeof(TaskRun))]
[JsonSerializable(typeof(RunFile))]
[JsonSerializable(typeof(ReportingGroup))]
[JsonSerializable(typeof(OutputModality))]
[JsonSerializable(typeof(RunFileSource))]
internal sealed partial class TaskPlatformJsonContext : JsonSerializerContext;
