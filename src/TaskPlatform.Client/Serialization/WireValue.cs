using System.Globalization;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads single values of an answer; null means that the value is not what it should be. Nothing here throws.</summary>
internal static class WireValue
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>What a key that is missing reads as where JSON is handed on; an undefined element would throw at every touch.</summary>
    internal static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    internal static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static string? TextOrNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    internal static Guid? Id(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && (value.TryGetGuid(out Guid id) || Guid.TryParse(value.GetString(), out id)) ? id : null;

    internal static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    internal static int? Count(JsonElement value) => Whole(value) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    internal static long? Whole(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long whole))
        {
            return whole;
        }

        return Decimal(TextOrNumber(value)) is { } number and >= long.MinValue and <= long.MaxValue && decimal.IsInteger(number) ? (long)number : null;
    }

    internal static double? Seconds(JsonElement value)
    {
        bool read = value.ValueKind == JsonValueKind.Number
            ? value.TryGetDouble(out double seconds)
            : double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds);
        return read && double.IsFinite(seconds) ? seconds : null;
    }

    internal static decimal? Decimal(string? text) =>
        decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    internal static DateTimeOffset? Timestamp(JsonElement value)
    {
        // Without a string of the text where the time is UTC: of other zones only the text tells the offset.
        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTime(out DateTime moment) && moment.Kind != DateTimeKind.Local)
        {
            return new DateTimeOffset(moment, TimeSpan.Zero);
        }

        return WireTimestamp.TryParse(Text(value), out DateTimeOffset timestamp) ? timestamp : null;
    }

    internal static T? Word<T>(JsonElement value)
        where T : struct, IParsable<T> =>
        Text(value) is { } word ? T.Parse(word, CultureInfo.InvariantCulture) : null;
}
