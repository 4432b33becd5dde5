using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Runs;

/// <summary>Reads an answer as a type of the caller's.</summary>
internal static class TypedAnswer
{
    internal const string ReflectionWarning = "Looks at the type by reflection. Give the contract of the type from a JsonSerializerContext of your own under trimming or native AOT.";

    private static JsonSerializerOptions? ReflectionOptions;

    internal static T Read<T>(JsonElement answer, JsonTypeInfo<T> type)
        where T : notnull
    {
        T? value;
        try
        {
            value = answer.Deserialize(type);
        }
        catch (JsonException failure)
        {
            if (!NestedJsonText.TryRead(answer, type, failure, out value))
            {
                throw;
            }
        }

        return value ?? throw new JsonException($"The answer is JSON null where {typeof(T)} is expected.", "$", lineNumber: null, bytePositionInLine: null);
    }

    [RequiresUnreferencedCode(ReflectionWarning)]
    [RequiresDynamicCode(ReflectionWarning)]
    internal static JsonTypeInfo<T> ContractByReflection<T>()
    {
        JsonSerializerOptions options = ReflectionOptions ??= new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            MaxDepth = 512,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
