using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Runs;

/// <summary>What is refused before a run is sent. Texts name the member, the limit and the length given, never the content.</summary>
internal static class RunTaskRequestChecks
{
    private const int MaxLength = 64;

    private static readonly string[] Keys = ["task_input", "task_files", "task_reference"];

    /// <summary>Refuses what would send a key twice or no file at all; whatever the options say.</summary>
    internal static void Refuse(RunTaskRequest request)
    {
        if (request.HasAdditionalFields)
        {
            AdditionalKeys.Refuse(request.AdditionalFields, Keys, nameof(request));
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
        TextLimit.Check(nameof(request.Reference), request.Reference, MaxLength, nameof(request));
        TextLimit.Check(nameof(request.ReportingGroup), request.ReportingGroup, MaxLength, nameof(request));
        for (int index = 0; index < request.Files.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(request.Files[index].FileName))
            {
                throw new ArgumentException($"Files[{index}] has no name, and every file needs one.", nameof(request));
            }
        }
    }
}
