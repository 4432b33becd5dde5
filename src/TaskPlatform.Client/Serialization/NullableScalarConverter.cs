using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Serialization;

/// <summary>Reads a single value of an answer that may be missing: what <typeparamref name="TScalar"/> can't read is null.</summary>
internal sealed class NullableScalarConverter<T, TScalar> : JsonConverter<T?>
    where T : struct
    where TScalar : ScalarConverter<T>, new()
{
    private readonly TScalar scalar = new();

    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => scalar.ReadOrNull(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } content)
        {
            scalar.Write(writer, content, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
