using System.Diagnostics;

namespace TaskPlatform.Client;

/// <summary>A token for <c>Authorization: Bearer</c> and when it ends. Equal to another with the same token and end.</summary>
public sealed record BearerToken
{
    /// <summary>Makes a token.</summary>
    /// <param name="token">The token's text, without <c>Bearer</c>: visible ASCII characters without blanks.</param>
    /// <param name="expiresAt">When it ends; null if that is not known.</param>
    /// <exception cref="ArgumentException">The text is empty, or holds blanks, line breaks or other characters that no header carries.</exception>
    public BearerToken(string token, DateTimeOffset? expiresAt = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        if (!IsUsable(token))
        {
            throw new ArgumentException("A token is visible ASCII text without blanks or line breaks; was it read from a file together with the line's end?", nameof(token));
        }

        Token = token;
        ExpiresAt = expiresAt;
    }

    /// <summary>The token's text. A secret: never shown by <see cref="ToString"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Token { get; }

    /// <summary>When the token ends; null if that is not known, which counts as an hour after it was got.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    internal static bool IsUsable(string token) => token.Length > 0 && token.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;
}
