namespace TaskPlatform.Client.Benchmarks.Files;

/// <summary>A file to send.</summary>
internal static class TemporaryFile
{
    private const int PieceSize = 64 * 1024;

    /// <summary>Writes a file of this length and gives its path; the caller deletes it.</summary>
    internal static string Create(long length)
    {
        string path = Path.Combine(Path.GetTempPath(), $"benchmark-{Path.GetRandomFileName()}");
        byte[] piece = new byte[PieceSize];
        new Random(42).NextBytes(piece);
        using FileStream file = File.Create(path, bufferSize: 1);
        for (long left = length; left > 0; left -= PieceSize)
        {
            file.Write(piece, 0, (int)Math.Min(PieceSize, left));
        }

        return path;
    }
}
