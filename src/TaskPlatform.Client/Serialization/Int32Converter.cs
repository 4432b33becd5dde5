using System.Globalization;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads whole numbers, as text too, and such as <c>5.0</c>.</summary>
internal sealed class Int32Converter : ScalarConverter<int>
{
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out int value)
    {
        value = 0;
        bool read = reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out value) => true,
            JsonTokenType.Number => reader.TryGetDouble(out double number) && TryNarrow(number, out value),
            JsonTokenType.String => int.TryParse(WireText.Read(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
        return read;
    }

    private static bool TryNarrow(double number, out int value)
    {
        bool whole = double.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue;
        value = whole ? (int)number : 0;
        return whole;
    }
}
