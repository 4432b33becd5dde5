using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Reads everything that can be read of a result or an exception: every property of ours, every text form, all JSON to its leaves.</summary>
internal sealed class Reading(bool withStacks)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> texts = [];

    /// <summary>Reads it all and gives back the text forms: what could stand in somebody's log.</summary>
    /// <param name="root">The result or the exception.</param>
    /// <param name="withStacks">Whether exceptions are written out with their stacks, which takes a hundred times as long as all the rest.</param>
    internal static IReadOnlyList<string> Of(object root, bool withStacks)
    {
        var reading = new Reading(withStacks);
        reading.Read(root);
        return reading.texts;
    }

    private void Read(object? value)
    {
        switch (value)
        {
            case null or string or Type or ReadOnlyMemory<byte>:
                return;
            case JsonElement element:
                Read(element);
                return;
            case JsonNode node:
                Read(node);
                return;
        }

        Type type = value.GetType();
        if (!type.IsValueType && !seen.Add(value))
        {
            return;
        }

        bool ours = type.Namespace == "TaskPlatform.Client";
        if (ours)
        {
            texts.Add(Text(value) ?? throw new InvalidOperationException($"{type} has no text."));
            _ = value.GetHashCode();
            _ = value.Equals(value) ? 0 : throw new InvalidOperationException($"{type} is not equal to itself.");
            foreach (PropertyInfo property in Properties.GetOrAdd(type, static one => [.. one.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsRead)]))
            {
                Read(property.GetValue(value));
            }
        }

        if (value is TaskOutput output && output.Match(One, One, One, One, One, One, One) != 1)
        {
            throw new InvalidOperationException("Match called nothing.");
        }

        if (value is IDictionary or IEnumerable)
        {
            foreach (object? item in (IEnumerable)value)
            {
                Read(item);
            }
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Read(type.GetProperty("Key")!.GetValue(value));
            Read(type.GetProperty("Value")!.GetValue(value));
        }
        else if (value is Exception failure)
        {
            texts.Add(failure.Message);
            Read(failure.InnerException);
        }
    }

    private string? Text(object value) => value is Exception failure && !withStacks ? failure.Message : value.ToString();

    private static bool IsRead(PropertyInfo property) =>
        property.CanRead && property.GetIndexParameters().Length == 0 && property.DeclaringType?.Namespace == "TaskPlatform.Client";

    private static int One(TaskOutput output) => output.Raw.ValueKind == JsonValueKind.Undefined ? 0 : 1;

    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Read(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Undefined:
                throw new InvalidOperationException("JSON that is undefined throws at every touch.");
            default:
                _ = element.GetRawText();
                break;
        }
    }

    private static void Read(JsonNode node)
    {
        _ = node.ToJsonString();
        IEnumerable<JsonNode?> inside = node switch
        {
            JsonObject map => map.Select(static member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (JsonNode? one in inside)
        {
            if (one is not null)
            {
                Read(one);
            }
        }
    }
}
