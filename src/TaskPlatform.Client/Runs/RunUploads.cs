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

    /// <summary>Whether the run can be made once more after it has ended, which gives the files back: a stream is closed then.</summary>
    internal static bool CanRunAgain(RunTaskRequest request)
    {
        foreach (TaskFile file in request.Files)
        {
            if (file is StreamFile)
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

    /// <summary>Closes what the run was given. A stream that can't be closed takes neither the answer away nor keeps the others open.</summary>
    internal static async ValueTask ReleaseAsync(RunTaskRequest request)
    {
        foreach (TaskFile file in request.Files)
        {
            try
            {
                await file.ReleaseAsync().ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Its bytes were read or are no longer wanted.
            }
        }
    }
}
