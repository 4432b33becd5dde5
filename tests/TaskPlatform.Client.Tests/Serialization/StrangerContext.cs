using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Tests.Serialization;

/// <summary>A context such as a user of the library writes for types of their own, with our requests in it.</summary>
[JsonSerializable(typeof(UpdateTaskRequest))]
[JsonSerializable(typeof(CreateTaskRequest))]
[JsonSerializable(typeof(UpdateTaskAgentRequest))]
[JsonSerializable(typeof(StrangersEnvelope))]
internal sealed partial class StrangerContext : JsonSerializerContext;

/// <summary>A stranger's type that holds ours.</summary>
internal sealed record StrangersEnvelope(UpdateTaskRequest Task, UpdateTaskAgentRequest Agent);
