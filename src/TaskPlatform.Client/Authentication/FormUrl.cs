using System.Text;

namespace TaskPlatform.Client.Authentication;

/// <summary>Writes text as <c>application/x-www-form-urlencoded</c> does: for the form of a token request, and for the halves of its Basic credentials.</summary>
internal static class FormUrl
{
    internal static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    internal static string Encode(IReadOnlyList<FormField> form)
    {
        var text = new StringBuilder();
        for (int at = 0; at < form.Count; at++)
        {
            text.Append(at == 0 ? "" : "&").Append(Encode(form[at].Name)).Append('=').Append(Encode(form[at].Value));
        }

        return text.ToString();
    }
}
