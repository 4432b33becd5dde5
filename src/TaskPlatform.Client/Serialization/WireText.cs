using System.Text.Json;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads text of an answer without failing: a number or an object in its place is kept as its JSON text. That text is
/// valid Unicode is seen to before (<see cref="UnicodeRepair"/>).
/// </summary>
internal static class WireText
{
    internal static string Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : JsonElement.ParseValue(ref reader).GetRawText();
}
