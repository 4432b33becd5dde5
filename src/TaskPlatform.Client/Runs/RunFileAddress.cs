namespace TaskPlatform.Client.Runs;

/// <summary>How a file of a run is asked for: by the link the answer gave, or by its stored name as one path segment.</summary>
internal readonly record struct RunFileAddress(string? Name, string? DownloadUrl)
{
    internal static RunFileAddress Of(RunFile? file)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file), "The answer names no file: look at run.Files and at run.Output.Raw.");
        }

        return string.IsNullOrEmpty(file.DownloadUrl) ? Of(file.StoredFilename ?? "") : new RunFileAddress(null, file.DownloadUrl);
    }

    internal static RunFileAddress Of(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName is "" or "." or ".."
            ? throw new ArgumentException("A file is asked for by its stored name; an empty name, '.' and '..' are refused.", nameof(fileName))
            : new RunFileAddress(fileName, null);
    }
}
