using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Runs;

/// <summary>
/// The second try at an answer that did not fit its type. A task whose output format says nothing about the items of a
/// list gets objects back as JSON text, <c>["{\"name\": …}"]</c>: where the reading failed at such a text, the text is
/// replaced by what it holds, and so are all texts at the same place of other items.
/// </summary>
internal static class NestedJsonText
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    internal static bool TryRead<T>(JsonElement answer, JsonTypeInfo<T> type, JsonException failure, [MaybeNullWhen(false)] out T value)
    {
        string? place = failure.Path;
        while (TryReplace(ref answer, place))
        {
            try
            {
                value = answer.Deserialize(type);
                return value is not null;
            }
            catch (JsonException next)
            {
                place = next.Path;
            }
        }

        value = default;
        return false;
    }

    private static bool TryReplace(ref JsonElement answer, string? place)
    {
        if (place is not ['$', .. var path])
        {
            return false;
        }

        var buffer = new ArrayBufferWriter<byte>();
        bool replaced;
        using (var writer = new Utf8JsonWriter(buffer))
        {
            replaced = Copy(answer, path, writer);
        }

        if (replaced)
        {
            using JsonDocument copy = JsonDocument.Parse(buffer.WrittenMemory, Deep);
            answer = copy.RootElement.Clone();
        }

        return replaced;
    }

    /// <summary>Copies an element; <paramref name="path"/> is what is left of the way to the texts, null off the way.</summary>
    private static bool Copy(JsonElement element, string? path, Utf8JsonWriter writer)
    {
        if (path is null)
        {
            element.WriteTo(writer);
            return false;
        }

        bool replaced = false;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    replaced |= Copy(property.Value, After(path, property.Name), writer);
                }

                writer.WriteEndObject();
                return replaced;

            case JsonValueKind.Array:
                writer.WriteStartArray();
                string? afterIndex = path is ['[', >= '0' and <= '9', ..] ? path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..] : null;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    replaced |= Copy(item, afterIndex, writer);
                }

                writer.WriteEndArray();
                return replaced;

            case JsonValueKind.String when path.Length == 0 && TryParse(element.GetString()!, out JsonDocument? held):
                using (held)
                {
                    held.RootElement.WriteTo(writer);
                }

                return true;

            default:
                element.WriteTo(writer);
                return false;
        }
    }

    /// <summary>The framework writes a step as <c>.name</c>, or <c>['name']</c> when the name has special characters.</summary>
    private static string? After(string path, string name)
    {
        foreach (string step in (ReadOnlySpan<string>)[$".{name}", $"['{name}']"])
        {
            if (path.StartsWith(step, StringComparison.Ordinal))
            {
                return path[step.Length..];
            }
        }

        return null;
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out JsonDocument? held)
    {
        held = null;
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            held = JsonDocument.Parse(text, Deep);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
