using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads ids. Version bits are not looked at: the platform's are not RFC ones.</summary>
internal sealed class GuidConverter : ScalarConverter<Guid>
{
    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    protected override bool TryRead(ref Utf8JsonReader reader, out Guid value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && Guid.TryParse(WireText.Read(ref reader), out value);
    }
}
