using System.Globalization;

namespace TaskPlatform.Client.Runs;

/// <summary>The files of one run as a whole: looked at before a byte is sent, given back when the run has ended.</summary>
internal static class RunUploads
{
    /// <summary>Whether every file can be sent a second time.</summary>
    internal static bool CanReopen(RunTaskRequest request)
    {
        foreach (TaskFile file in request.Files)
        {
            if (!file.CanReopen)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Throws for a file that can't be read or is larger than the caller's own cap.</summary>
    internal static void Check(RunTaskRequest request, long maxFileSize)
    {
        for (int i = 0; i < request.Files.Count; i++)
        {
            TaskFile file = request.Files[i];
            file.CheckReadable();
            if (file.Length > maxFileSize)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Files[{i}] has {file.Length} bytes; TaskPlatformClientOptions.MaxFileSize allows {maxFileSize}."), nameof(request));
            }
        }
    }

    internal static async ValueTask ReleaseAsync(RunTaskRequest request)
    {
        foreach (TaskFile file in request.Files)
        {
            await file.ReleaseAsync().ConfigureAwait(false);
        }
    }
}
