using System.Globalization;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads numbers, as text too.</summary>
internal sealed class DoubleConverter : ScalarConverter<double>
{
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        bool read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out value),
            JsonTokenType.String => double.TryParse(WireText.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
        return read && double.IsFinite(value);
    }
}
