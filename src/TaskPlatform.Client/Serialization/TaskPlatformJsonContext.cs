using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Tags;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// The one JSON context: every type that crosses the wire is named here. Its converters read single values and lists
/// of answers without failing.
/// </summary>
[JsonSourceGenerationOptions(
    MaxDepth = WireElement.MaxDepth,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(TextConverter),
        typeof(GuidConverter), typeof(NullableScalarConverter<Guid, GuidConverter>),
        typeof(TimestampConverter), typeof(NullableScalarConverter<DateTimeOffset, TimestampConverter>),
        typeof(BooleanConverter), typeof(NullableScalarConverter<bool, BooleanConverter>),
        typeof(Int32Converter), typeof(NullableScalarConverter<int, Int32Converter>),
        typeof(DoubleConverter), typeof(NullableScalarConverter<double, DoubleConverter>),
        typeof(ListConverter<string>),
        typeof(ListConverter<ResourceId>),
        typeof(ListConverter<JsonElement>),
        typeof(ListConverter<Tag>),
        typeof(ListConverter<ReportingGroup>),
        typeof(ListConverter<ActiveRevision>),
        typeof(ListConverter<TaskDefinition>),
        typeof(ListConverter<TaskRevision>),
        typeof(ListConverter<TaskRun>),
        typeof(ListConverter<LlmModel>),
        typeof(ListConverter<InputProcessor>),
        typeof(ListConverter<TaskAgent>),
        typeof(ListConverter<TaskAgentRevision>),
        typeof(ListConverter<TaskTool>),
        typeof(ListConverter<McpServerAttachment>),
        typeof(ListConverter<IntegrationAttachment>),
        typeof(ListConverter<SkillAttachment>),
    ])]
// values
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(double?))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(Guid?))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ResourceId))]
[JsonSerializable(typeof(ResourceId?))]
[JsonSerializable(typeof(SecretText?))]
[JsonSerializable(typeof(RunVisibility?))]
// who calls
[JsonSerializable(typeof(CallerIdentity))]
// tasks
[JsonSerializable(typeof(UpdateTaskRequest))]
[JsonSerializable(typeof(CreateTaskRequest))]
[JsonSerializable(typeof(TaskDefinition))]
[JsonSerializable(typeof(Page<TaskDefinition>))]
[JsonSerializable(typeof(ActiveRevision))]
[JsonSerializable(typeof(InputProcessor))]
[JsonSerializable(typeof(OutputFormat))]
[JsonSerializable(typeof(OutputField))]
[JsonSerializable(typeof(RagSettings))]
[JsonSerializable(typeof(FileInputMode?))]
[JsonSerializable(typeof(ToolChoice?))]
// models
[JsonSerializable(typeof(LlmModel))]
[JsonSerializable(typeof(IReadOnlyList<LlmModel>))]
// tags and reporting groups
[JsonSerializable(typeof(CreateTagRequest))]
[JsonSerializable(typeof(UpdateTagRequest))]
[JsonSerializable(typeof(TagEntities))]
[JsonSerializable(typeof(Tag))]
[JsonSerializable(typeof(Page<Tag>))]
[JsonSerializable(typeof(CreateReportingGroupRequest))]
[JsonSerializable(typeof(UpdateReportingGroupRequest))]
[JsonSerializable(typeof(Page<ReportingGroup>))]
// agents
[JsonSerializable(typeof(UpdateTaskAgentRequest))]
[JsonSerializable(typeof(RunTaskAgentRequest))]
[JsonSerializable(typeof(CreateTaskAgentRequest))]
[JsonSerializable(typeof(Page<TaskAgent>))]
[JsonSerializable(typeof(TaskAgent))]
[JsonSerializable(typeof(TaskToolInput))]
[JsonSerializable(typeof(McpServerInput))]
[JsonSerializable(typeof(IntegrationInput))]
[JsonSerializable(typeof(SkillInput))]
[JsonSerializable(typeof(AgentMode?))]
[JsonSerializable(typeof(MemoryStrategy?))]
// runs
[JsonSerializable(typeof(RunTaskRequest))]
[JsonSerializable(typeof(TaskRun))]
[JsonSerializable(typeof(Page<TaskRun>))]
[JsonSerializable(typeof(RunFile))]
[JsonSerializable(typeof(ReportingGroup))]
[JsonSerializable(typeof(OutputModality))]
[JsonSerializable(typeof(RunFileSource))]
internal sealed partial class TaskPlatformJsonContext : JsonSerializerContext;
