namespace TaskPlatform.Client.Calls;

/// <summary>Holds texts against the platform's limits, which count Unicode scalars, not UTF-16 units.</summary>
internal static class TextLimit
{
    internal static int Length(string text)
    {
        int length = 0;
        foreach (System.Text.Rune _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    /// <summary>Refuses a text over the limit; null passes.</summary>
    internal static void Check(string member, string? text, int limit, string parameter)
    {
        // Of scalars there are never more than of UTF-16 units.
        if (text?.Length > limit && Length(text) is var length && length > limit)
        {
            throw new ArgumentException($"{member} is {length} characters long; the platform takes at most {limit}.", parameter);
        }
    }
}
