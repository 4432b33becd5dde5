using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads true and false, as text too.</summary>
internal sealed class BooleanConverter : ScalarConverter<bool>
{
    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value
            || reader.TokenType == JsonTokenType.False
            || (reader.TokenType == JsonTokenType.String && bool.TryParse(WireText.Read(ref reader), out value));
    }
}
