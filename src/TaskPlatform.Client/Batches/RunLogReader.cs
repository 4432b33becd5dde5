using System.Text.Json;

namespace TaskPlatform.Client.Batches;

/// <summary>Reads the file of a run log from its beginning.</summary>
internal static class RunLogReader
{
    /// <summary>Takes in all lines and leaves the file ready for the next one.</summary>
    /// <exception cref="InvalidDataException">A line is damaged, and not only cut off at the end.</exception>
    internal static async Task ReadAsync(FileStream file, string path, RunLogEntries entries, CancellationToken cancellationToken)
    {
        long end = await FindEndAsync(file, cancellationToken).ConfigureAwait(false);
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        string? line = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        for (int number = 1; line is not null; number++)
        {
            string? next = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            if (next is not null || end == file.Length)
            {
                Add(line, number);
            }

            line = next;
        }

        entries.Close();
        file.SetLength(end);
        file.Position = end;

        void Add(string text, int number)
        {
            try
            {
                entries.Add(RunLogLine.Parse(text));
            }
            catch (Exception damage) when (damage is JsonException or FormatException)
            {
                throw new InvalidDataException($"Line {number} of {Path.GetFileName(path)} can't be read, so nobody can say which inputs were run: mend it, or begin a new log. {damage.Message}", damage);
            }
        }
    }

    // A process that died while it wrote leaves a last line without an end. Nothing was sent on the strength of it.
    private static async Task<long> FindEndAsync(FileStream file, CancellationToken cancellationToken)
    {
        byte[] part = new byte[4096];
        for (long start = file.Length; start > 0;)
        {
            int length = (int)Math.Min(part.Length, start);
            file.Position = start -= length;
            await file.ReadExactlyAsync(part.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            int at = part.AsSpan(0, length).LastIndexOf((byte)'\n');
            if (at >= 0)
            {
                return start + at + 1;
            }
        }

        return 0;
    }
}
