namespace TaskPlatform.Client.Runs;

/// <summary>The media types of a run's files.</summary>
internal static class MediaType
{
    internal const string Pdf = "application/pdf";
    internal const string Csv = "text/csv";

    /// <summary>The type without its parameters, such as a charset.</summary>
    internal static ReadOnlySpan<char> Of(RunFile file)
    {
        ReadOnlySpan<char> type = file.ContentType;
        int parameters = type.IndexOf(';');
        return (parameters < 0 ? type : type[..parameters]).Trim();
    }

    /// <summary>The file that fits, if exactly one does.</summary>
    internal static RunFile? Only(IReadOnlyList<RunFile> files, Func<RunFile, bool> fits)
    {
        RunFile? only = null;
        foreach (RunFile file in files)
        {
            if (!fits(file))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = file;
        }

        return only;
    }
}
