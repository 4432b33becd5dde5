using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Gives the converter of an <see cref="OptionalList{T}"/> that stands alone. A table instead of generic construction
/// keeps the library clean under trimming and native AOT.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalListConverterFactory : JsonConverterFactory
{
    private static readonly Dictionary<Type, Func<JsonConverter>> Converters = new()
    {
        [typeof(OptionalList<ResourceId>)] = static () => new OptionalListConverter<ResourceId>(),
        [typeof(OptionalList<Guid>)] = static () => new OptionalListConverter<Guid>(),
        [typeof(OptionalList<ActiveRevision>)] = static () => new OptionalListConverter<ActiveRevision>(),
        [typeof(OptionalList<InputProcessor>)] = static () => new OptionalListConverter<InputProcessor>(),
        [typeof(OptionalList<TaskToolInput>)] = static () => new OptionalListConverter<TaskToolInput>(),
        [typeof(OptionalList<McpServerInput>)] = static () => new OptionalListConverter<McpServerInput>(),
        [typeof(OptionalList<IntegrationInput>)] = static () => new OptionalListConverter<IntegrationInput>(),
        [typeof(OptionalList<SkillInput>)] = static () => new OptionalListConverter<SkillInput>(),
    };

    /// <inheritdoc/>
    public override bool CanConvert([NotNull] Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(OptionalList<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter([NotNull] Type typeToConvert, JsonSerializerOptions options) =>
        Converters.TryGetValue(typeToConvert, out Func<JsonConverter>? create)
            ? create()
            : throw new NotSupportedException($"{typeToConvert} needs [JsonConverter(typeof(OptionalListConverter<…>))] on the property that holds it.");
}
