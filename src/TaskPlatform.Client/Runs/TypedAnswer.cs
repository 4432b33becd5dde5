using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Runs;

/// <summary>Reads an answer as a type of the caller's.</summary>
internal static class TypedAnswer
{
    internal const string ReflectionWarning = "Looks at the type by reflection. Give the contract of the type from a JsonSerializerContext of your own under trimming or native AOT.";

    private static readonly ConditionalWeakTable<JsonTypeInfo, JsonTypeInfo> Readable = [];

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

    /// <summary>
    /// Tries the type on an empty object, so that one that can never be read (an interface, no usable constructor, trimmed
    /// away) is told before a run is paid for. That an empty object lacks something is no matter.
    /// </summary>
    internal static void CheckReadable<T>(JsonTypeInfo<T> type)
    {
        // A family is told apart by a word that an empty object lacks, and a converter of the caller's may want more than one: both can be read all the same.
        if (Readable.TryGetValue(type, out _) || type.PolymorphismOptions is not null || type.Kind == JsonTypeInfoKind.None)
        {
            return;
        }

        if (FindFault(type) is { } unreadable)
        {
            throw new ArgumentException($"{typeof(T).Name} can't be read from JSON, so nothing was sent: {unreadable.Message}", nameof(type), unreadable);
        }

        Readable.AddOrUpdate(type, type);
    }

    /// <summary>Why no object at all can be read as the type; null when one can.</summary>
    internal static Exception? FindFault(JsonTypeInfo type)
    {
        try
        {
            JsonSerializer.Deserialize("{}"u8, type);
        }
        catch (NotSupportedException fault)
        {
            return fault;
        }
        catch (InvalidOperationException fault) when (fault.Source == typeof(JsonSerializer).Namespace)
        {
            // the serializer's own: a constructor whose parameters are no properties, two properties of one name
            return fault;
        }
        catch (Exception incomplete) when (incomplete is not OutOfMemoryException)
        {
            // an empty object need not fit: required members, a list, a constructor that checks
        }

        return null;
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
