namespace TaskPlatform.Client.Authentication;

/// <summary>Writes text as <c>application/x-www-form-urlencoded</c> does: for the form of a token request, and for the halves of its Basic credentials.</summary>
internal static class FormUrl
{
    internal static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
