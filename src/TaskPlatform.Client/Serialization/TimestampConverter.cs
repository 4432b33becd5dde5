using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads timestamps (<see cref="WireTimestamp"/>).</summary>
internal sealed class TimestampConverter : ScalarConverter<DateTimeOffset>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && WireTimestamp.TryParse(WireText.Read(ref reader), out value);
    }
}
