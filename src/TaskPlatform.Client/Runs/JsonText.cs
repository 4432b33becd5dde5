using System.Text.Json;

namespace TaskPlatform.Client.Runs;

/// <summary>Opens the text of a JSON string for reading in pieces.</summary>
internal static class JsonText
{
#if NET9_0_OR_GREATER
    // Without a preamble: a byte order mark at the start of the text is the model's own.
    private static readonly System.Text.UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static TextReader Open(JsonElement text) => new StreamReader(new JsonTextStream(text), Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 4096);
#else
    // Nothing here gives the bytes away without making a string of them.
    internal static TextReader Open(JsonElement text) => new StringReader(text.GetString()!);
#endif
}
