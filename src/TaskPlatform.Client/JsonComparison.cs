using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client;

/// <summary>Whether two JSON values mean the same: order of keys, keys that are null and the way of writing a number don't count.</summary>
internal static class JsonComparison
{
    internal static bool Same(JsonObject? sent, JsonElement? found) =>
        Same(JsonObjectView.ToElement(sent), found ?? JsonObjectView.ToElement(null));

    internal static bool Same(JsonElement left, JsonElement right)
    {
        if (IsNothing(left) || IsNothing(right))
        {
            return IsNothing(left) && IsNothing(right);
        }

        return left.ValueKind == right.ValueKind && left.ValueKind switch
        {
            JsonValueKind.Object => IsPartOf(left, right) && HasNoMore(right, left),
            JsonValueKind.Array => left.EnumerateArray().SequenceEqual(right.EnumerateArray(), ElementComparer.Instance),
            JsonValueKind.Number => SameNumber(left, right),
            JsonValueKind.String => left.GetString() == right.GetString(),
            _ => true,
        };
    }

    // An empty map says no more than none.
    private static bool IsNothing(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(static member => member.Value.ValueKind == JsonValueKind.Null));

    private static bool IsPartOf(JsonElement part, JsonElement whole) =>
        part.EnumerateObject().All(member => Same(member.Value, whole.TryGetProperty(member.Name, out JsonElement other) ? other : default));

    // What stands in both was compared already; to do it again here would double the work with every level.
    private static bool HasNoMore(JsonElement found, JsonElement sent) =>
        found.EnumerateObject().All(member => IsNothing(member.Value) || sent.TryGetProperty(member.Name, out _));

    private static bool SameNumber(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out decimal exact) && right.TryGetDecimal(out decimal other)
            ? exact == other
            : string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.OrdinalIgnoreCase)
                || double.Parse(left.GetRawText(), CultureInfo.InvariantCulture).Equals(double.Parse(right.GetRawText(), CultureInfo.InvariantCulture));

    private sealed class ElementComparer : IEqualityComparer<JsonElement>
    {
        internal static readonly ElementComparer Instance = new();

        public bool Equals(JsonElement x, JsonElement y) => Same(x, y);

        public int GetHashCode(JsonElement obj) => 0;
    }
}
