using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentAssertions;
using TaskPlatform.Client.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Conventions;

public sealed class OmissionTests
{
    public static TheoryData<Type> Updates => [typeof(UpdateTaskRequest), typeof(UpdateTaskAgentRequest), typeof(UpdateTagRequest), typeof(UpdateReportingGroupRequest)];

    public static TheoryData<Type> Entries =>
    [
        typeof(ActiveRevision), typeof(InputProcessor), typeof(OutputField), typeof(RagConfig), typeof(RagSettings),
        .. SdkTypes.Public.Where(static type => SdkTypes.IsRecord(type) && type.Name.EndsWith("Input", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Updates))]
    public void An_update_with_nothing_set_is_an_empty_object(Type update)
    {
        object request = Activator.CreateInstance(update)!;

        foreach (JsonSerializerOptions options in Serializers())
        {
            JsonSerializer.Serialize(request, update, options).Should().Be("{}", "a member left out must stay out of the body: it would overwrite what the platform keeps");
        }
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void Each_settable_member_of_an_update_can_be_left_out(Type update) => Convention.Holds(
        "A member of an update can't tell 'left out' from null: make it Optional<T> or OptionalList<T>, with [JsonPropertyName], [JsonIgnore(Condition = WhenWritingDefault)] and its closed [JsonConverter].",
        from property in update.GetProperties()
        where property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Always
        where !property.IsDefined(typeof(JsonExtensionDataAttribute))
        where !IsOptional(property.PropertyType)
            || property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.WhenWritingDefault
            || property.GetCustomAttribute<JsonPropertyNameAttribute>() is null
            || property.GetCustomAttribute<JsonConverterAttribute>() is null
        select $"{update.Name}.{property.Name}");

    [Fact]
    public void A_run_with_nothing_set_sends_its_empty_inputs_alone()
    {
        foreach (JsonSerializerOptions options in Serializers())
        {
            JsonSerializer.Serialize(new RunTaskRequest(), options).Should().Be("""{"task_input":{}}""");
        }
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_sends_no_null(Type entry)
    {
        object sample = Activator.CreateInstance(entry)!;

        foreach (JsonSerializerOptions options in Serializers())
        {
            if (JsonSerializer.SerializeToNode(sample, entry, options) is JsonObject written)
            {
                written.Where(static member => member.Value is null).Select(static member => member.Key)
                    .Should().BeEmpty($"{entry.Name} must leave out what is not set: add [JsonIgnore(Condition = WhenWritingNull)]");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_with_nothing_set_sends_what_the_platform_requires_and_no_more(Type entry)
    {
        JsonNode? written = JsonSerializer.SerializeToNode(Activator.CreateInstance(entry), entry, Serializers().First());

        written.Should().BeOfType<JsonObject>().Which.Select(static member => member.Key)
            .Should().BeEquivalentTo(entry.GetProperties().Where(IsRequired).Select(Key), "everything else must be left out until it is set");
    }

    private static IEnumerable<JsonSerializerOptions> Serializers() =>
    [
        TaskPlatformJsonContext.Default.Options,
        JsonSerializerOptions.Default,
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
    ];

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Optional<>) || definition == typeof(OptionalList<>));

    // Records that are answers too can't mark a member as required: reading an old answer would throw.
    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(RequiredMemberAttribute))
        || (property.DeclaringType!.Name, property.Name) is
            (nameof(ActiveRevision), nameof(ActiveRevision.TaskRevisionId))
            or (nameof(InputProcessor), nameof(InputProcessor.ParamName) or nameof(InputProcessor.Kind))
            or (nameof(RagSettings), nameof(RagSettings.CollectionId));

    private static string Key(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name.ToLowerInvariant();
}
