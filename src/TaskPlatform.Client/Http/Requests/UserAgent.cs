using System.Text;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>How requests introduce themselves: this library, its version, and the application if it gave a name.</summary>
internal static class UserAgent
{
    private static readonly string Library = "TaskPlatform.Client/" + LibraryVersion.Text;

    internal static string For(string? applicationName)
    {
        if (string.IsNullOrWhiteSpace(applicationName))
        {
            return Library;
        }

        var name = new StringBuilder(applicationName.Length);
        foreach (char letter in applicationName)
        {
            // A comment of the header takes visible ASCII but parentheses and backslashes.
            name.Append(letter is >= ' ' and <= '~' and not ('(' or ')' or '\\') ? letter : '_');
        }

        return $"{Library} ({name})";
    }
}
