namespace TaskPlatform.Client.Testing.Wire;

/// <summary>Reads form-url-encoded text, of a body or of a query; of a key that stands twice the last value counts.</summary>
internal static class Form
{
    public static Dictionary<string, string> Parse(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? pair : pair[..equals];
            fields[Decode(key)] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }

        return fields;
    }

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
