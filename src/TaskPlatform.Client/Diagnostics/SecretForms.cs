using System.Net;
using System.Text.Encodings.Web;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>The ways in which a server may write a secret that it repeats: as it is, in a URL or form, and each of these in JSON or HTML.</summary>
internal static class SecretForms
{
    internal static string[] Of(string secret)
    {
        string escaped = Uri.EscapeDataString(secret);
        string[] sent = [secret, escaped, escaped.Replace("%20", "+", StringComparison.Ordinal)];
        return [.. sent.SelectMany(Written).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Written(string text)
    {
        string relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        return
        [
            text,
            JavaScriptEncoder.Default.Encode(text),
            relaxed,
            relaxed.Replace("/", "\\/", StringComparison.Ordinal),
            WebUtility.HtmlEncode(text),
        ];
    }
}
