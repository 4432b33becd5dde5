using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TaskPlatform.Client.Authentication;

/// <summary>What the token endpoint answered, read leniently: a field of the wrong type counts as missing.</summary>
/// <param name="AccessToken"><c>access_token</c>; null when missing or no text.</param>
/// <param name="TokenType"><c>token_type</c>; null when missing or no text.</param>
/// <param name="ExpiresIn"><c>expires_in</c>, a number or a number as text, in seconds; null when there is none.</param>
/// <param name="RefreshToken"><c>refresh_token</c>; null when missing or no text.</param>
internal sealed record TokenAnswer(
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? AccessToken,
    string? TokenType,
    TimeSpan? ExpiresIn,
    [property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string? RefreshToken)
{
    private const double TenYears = 10d * 365 * 24 * 3600;

    private static readonly TokenAnswer Nothing = new(null, null, null, null);

    /// <summary>Reads an answer and never throws: bytes that are no JSON object (a gateway's HTML page) hold no token.</summary>
    internal static TokenAnswer Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutByteOrderMark(utf8));
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    /// <summary>Says what it is, never what is in it.</summary>
    public override string ToString() => "TokenAnswer ***";

    private static TokenAnswer Read(JsonElement answer) =>
        new(Text(answer, "access_token"), Text(answer, "token_type"), Seconds(answer), Text(answer, "refresh_token"));

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static string? Text(JsonElement answer, string name)
    {
        if (!TryFind(answer, name, out JsonElement value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // text that is not valid Unicode is no token
        }
    }

    // The framework's own search throws at a key with half a surrogate pair, which need not be the one looked for.
    private static bool TryFind(JsonElement answer, string name, out JsonElement value)
    {
        value = default;
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            if (Is(member, name))
            {
                value = member.Value;
            }
        }

        return value.ValueKind != JsonValueKind.Undefined;
    }

    private static bool Is(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static TimeSpan? Seconds(JsonElement answer)
    {
        string? text = TryFind(answer, "expires_in", out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetRawText()
            : Text(answer, "expires_in");

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && !double.IsNaN(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, -TenYears, TenYears))
            : null;
    }
}
