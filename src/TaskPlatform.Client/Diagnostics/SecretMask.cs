using System.Diagnostics.CodeAnalysis;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>Takes live secrets out of text that came from outside: a server may well repeat the bearer it refused.</summary>
internal sealed class SecretMask
{
    // Every renewed token is learnt; the least lately used are forgotten, so that a client that lives for months stays small.
    private const int Kept = 32;
    private const string Mark = "***";

    private readonly object gate = new();
    private readonly List<string> secrets = [];
    private volatile string? latest;
    private volatile string[]? forms;

    internal void Learn(string? secret)
    {
        if (!string.IsNullOrEmpty(secret) && secret != latest)
        {
            Add(secret);
        }
    }

    // Apart from the look above, so that the object its lambdas need is not made with every call.
    private void Add(string secret)
    {
        lock (gate)
        {
            secrets.Remove(secret);
            if (secrets.Count == Kept)
            {
                secrets.RemoveAt(0);
            }

            secrets.Add(secret);
            forms = null;
            latest = secret;
        }
    }

    [return: NotNullIfNotNull(nameof(text))]
    internal string? Mask(string? text)
    {
        if (text is not null)
        {
            foreach (string form in Forms())
            {
                text = text.Replace(form, Mark, StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>Masks text of which only a beginning was read: its end may be the beginning of a secret.</summary>
    internal string MaskBeginning(string text)
    {
        text = Mask(text);
        int hidden = 0;
        foreach (string form in Forms())
        {
            for (int length = Math.Min(form.Length - 1, text.Length); length > hidden; length--)
            {
                if (text.AsSpan().EndsWith(form.AsSpan(0, length), StringComparison.Ordinal))
                {
                    hidden = length;
                }
            }
        }

        return hidden == 0 ? text : string.Concat(text.AsSpan(0, text.Length - hidden), Mark);
    }

    // Made when something must be masked, which most clients never see, and not with every token.
    private string[] Forms()
    {
        if (forms is { } made)
        {
            return made;
        }

        lock (gate)
        {
            // The longest first: one secret may begin like another, and nothing of the longer one may be left.
            return forms ??= [.. secrets.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).OrderByDescending(static form => form.Length)];
        }
    }
}
