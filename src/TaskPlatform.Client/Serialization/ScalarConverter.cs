using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads a single value of an answer without failing: null, a value of another kind and an unreadable one become the
/// type's default. An answer that is paid for, or that says what an update did, is not lost to one odd field.
/// </summary>
internal abstract class ScalarConverter<T> : JsonConverter<T>
    where T : struct
{
    public sealed override bool HandleNull => true;

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadOrNull(ref reader).GetValueOrDefault();

    internal T? ReadOrNull(ref Utf8JsonReader reader)
    {
        if (TryRead(ref reader, out T value))
        {
            return value;
        }

        _ = reader.TrySkip();
        return null;
    }

    protected abstract bool TryRead(ref Utf8JsonReader reader, out T value);
}
