using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Gives the converter of an <see cref="Optional{T}"/> that stands alone. A table instead of generic construction keeps
/// the library clean under trimming and native AOT.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    private static readonly Dictionary<Type, Func<JsonConverter>> Converters = new()
    {
        [typeof(Optional<string>)] = static () => new OptionalConverter<string>(),
        [typeof(Optional<bool>)] = static () => new OptionalConverter<bool>(),
        [typeof(Optional<bool?>)] = static () => new OptionalConverter<bool?>(),
        [typeof(Optional<int?>)] = static () => new OptionalConverter<int?>(),
        [typeof(Optional<Guid?>)] = static () => new OptionalConverter<Guid?>(),
        [typeof(Optional<JsonObject>)] = static () => new OptionalConverter<JsonObject>(),
        [typeof(Optional<RunVisibility?>)] = static () => new OptionalConverter<RunVisibility?>(),
        [typeof(Optional<FileInputMode?>)] = static () => new OptionalConverter<FileInputMode?>(),
        [typeof(Optional<ToolChoice?>)] = static () => new OptionalConverter<ToolChoice?>(),
        [typeof(Optional<AgentMode?>)] = static () => new OptionalConverter<AgentMode?>(),
        [typeof(Optional<MemoryStrategy?>)] = static () => new OptionalConverter<MemoryStrategy?>(),
        [typeof(Optional<OutputFormat>)] = static () => new OptionalConverter<OutputFormat>(),
        [typeof(Optional<RagSettings>)] = static () => new OptionalConverter<RagSettings>(),
    };

    /// <inheritdoc/>
    public override bool CanConvert([NotNull] Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter([NotNull] Type typeToConvert, JsonSerializerOptions options) =>
        Converters.TryGetValue(typeToConvert, out Func<JsonConverter>? create)
            ? create()
            : throw new NotSupportedException($"{typeToConvert} needs [JsonConverter(typeof(OptionalConverter<…>))] on the property that holds it.");
}
