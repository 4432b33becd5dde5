namespace TaskPlatform.Client.Runs;

/// <summary>What is refused before a run is sent. Texts name the member, the limit and the length given, never the content.</summary>
internal static class RunTaskRequestChecks
{
    private const int MaxLength = 64;

    /// <summary>Refuses what would send a key twice or no file at all; whatever the options say.</summary>
    internal static void Refuse(RunTaskRequest request)
    {
        foreach (string known in (ReadOnlySpan<string>)["task_input", "task_files", "task_reference"])
        {
            if (request.HasAdditionalFields && request.AdditionalFields.ContainsKey(known))
            {
                throw new ArgumentException($"AdditionalFields holds {known}, which has a member of its own: set that instead.", nameof(request));
            }
        }

        for (int index = 0; index < request.Files.Count; index++)
        {
            if (request.Files[index] is null)
            {
                throw new ArgumentException("Files holds null.", nameof(request));
            }
        }
    }

    /// <summary>Checks the limits of the platform as it is today; the options can turn this off.</summary>
    internal static void Check(RunTaskRequest request)
    {
        CheckLength(nameof(request.Reference), request.Reference);
        CheckLength(nameof(request.ReportingGroup), request.ReportingGroup);
        for (int index = 0; index < request.Files.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(request.Files[index].FileName))
            {
                throw new ArgumentException($"Files[{index}] has no name, and every file needs one.", nameof(request));
            }
        }

        void CheckLength(string member, string? value)
        {
            // Of scalars, which the server counts, there are never more than of UTF-16 units.
            if (value is { Length: > MaxLength } && TextLimit.Length(value) is var length and > MaxLength)
            {
                throw new ArgumentException($"{member} takes at most {MaxLength} characters, and {length} were given.", nameof(request));
            }
        }
    }
}
