using System.Globalization;
using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads timestamps with and without fraction and zone, and bare dates. Without a zone they are UTC, whatever the machine's zone.</summary>
internal sealed class TimestampConverter : ScalarConverter<DateTimeOffset>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParse(WireText.Read(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }
}
