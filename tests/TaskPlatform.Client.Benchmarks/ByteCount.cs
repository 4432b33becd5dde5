using System.Globalization;

namespace TaskPlatform.Client.Benchmarks;

/// <summary>Sizes as people write them: 256 KB, 33 MiB. KB is 1,024 bytes, as BenchmarkDotNet has it.</summary>
internal static class ByteCount
{
    internal static long Parse(string text)
    {
        string number = text.TrimEnd('B', 'i', 'K', 'M').TrimEnd();
        long count = long.Parse(number, CultureInfo.InvariantCulture);
        return text.Contains('M', StringComparison.Ordinal) ? count << 20 : text.Contains('K', StringComparison.Ordinal) ? count << 10 : count;
    }

    internal static string Show(double count) => count switch
    {
        < 100 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{count / 1024:0.0} KB"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{count / 1024:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1024 / 1024:0.#} MiB"),
    };
}
