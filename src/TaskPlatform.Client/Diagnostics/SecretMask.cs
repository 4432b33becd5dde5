namespace TaskPlatform.Client.Diagnostics;

/// <summary>Takes live secrets out of text that came from outside: a server may well repeat the bearer it refused.</summary>
internal sealed class SecretMask
{
    // Every renewed token is learnt; the oldest are forgotten, so that a client that lives for months stays small.
    private const int Kept = 32;

    private readonly object gate = new();
    private volatile string[] secrets = [];

    internal void Learn(string? secret)
    {
        if (string.IsNullOrEmpty(secret) || Array.IndexOf(secrets, secret) >= 0)
        {
            return;
        }

        lock (gate)
        {
            string[] known = secrets;
            secrets = known.Length < Kept ? [.. known, secret] : [.. known[1..], secret];
        }
    }

    internal string Mask(string text)
    {
        foreach (string secret in secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }
}
