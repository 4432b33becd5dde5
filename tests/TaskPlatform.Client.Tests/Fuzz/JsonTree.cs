using System.Text;
using System.Text.Json;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>JSON that may be wrong: keys may stand twice, and a value is whatever text it is given.</summary>
internal sealed class JsonTree
{
    /// <summary>What is written for a value that is no container.</summary>
    internal string Text { get; set; } = "null";

    /// <summary>The members of an object, names as they are written, quotes included.</summary>
    internal List<KeyValuePair<string, JsonTree>>? Members { get; set; }

    internal List<JsonTree>? Items { get; set; }

    internal bool IsContainer => Members is not null || Items is not null;

    internal int Count => Members?.Count ?? Items?.Count ?? 0;

    internal JsonTree this[int at]
    {
        get => Members is null ? Items![at] : Members[at].Value;
        set
        {
            if (Members is null)
            {
                Items![at] = value;
            }
            else
            {
                Members[at] = KeyValuePair.Create(Members[at].Key, value);
            }
        }
    }

    internal static JsonTree Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    internal JsonTree Copy() => new()
    {
        Text = Text,
        Members = Members?.ConvertAll(static member => KeyValuePair.Create(member.Key, member.Value.Copy())),
        Items = Items?.ConvertAll(static item => item.Copy()),
    };

    /// <summary>This and everything under it.</summary>
    internal void Collect(List<JsonTree> into)
    {
        into.Add(this);
        for (int at = 0; at < Count; at++)
        {
            this[at].Collect(into);
        }
    }

    internal void Write(StringBuilder text)
    {
        if (!IsContainer)
        {
            text.Append(Text);
            return;
        }

        text.Append(Members is null ? '[' : '{');
        for (int at = 0; at < Count; at++)
        {
            text.Append(at == 0 ? "" : ",");
            if (Members is not null)
            {
                text.Append(Members[at].Key).Append(':');
            }

            this[at].Write(text);
        }

        text.Append(Members is null ? ']' : '}');
    }

    private static JsonTree Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new() { Members = [.. element.EnumerateObject().Select(static member => KeyValuePair.Create(Quoted(member.Name), Of(member.Value)))] },
        JsonValueKind.Array => new() { Items = [.. element.EnumerateArray().Select(Of)] },
        _ => new() { Text = element.GetRawText() },
    };

    private static string Quoted(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}
