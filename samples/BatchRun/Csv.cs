using System.Globalization;

namespace BatchRun;

/// <summary>As much CSV as this sample needs: one line a row, quotes where a field needs them.</summary>
internal static class Csv
{
    public static string[] ReadColumn(string path, string name)
    {
        string[] lines = File.ReadAllLines(path);
        int column = Array.IndexOf(Split(lines[0]), name);
        return column < 0
            ? throw new InvalidDataException($"{path} has no column {name}.")
            : [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => Split(line)[column])];
    }

    /// <summary>Opens a file to go on at its end; a new one begins with its head.</summary>
    public static StreamWriter Append(string path, string head)
    {
        bool isNew = !File.Exists(path);
        var writer = new StreamWriter(path, append: true) { AutoFlush = true };
        if (isNew)
        {
            writer.WriteLine(head);
        }

        return writer;
    }

    public static void Write(StreamWriter writer, params object?[] fields) =>
        writer.WriteLine(string.Join(',', fields.Select(field => Quote(Convert.ToString(field, CultureInfo.InvariantCulture) ?? ""))));

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string[] Split(string line)
    {
        List<string> fields = [];
        bool quoted = false;
        int start = 0;
        for (int at = 0; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == ',' && !quoted))
            {
                string field = line[start..at];
                fields.Add(field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field);
                start = at + 1;
            }
            else if (line[at] == '"')
            {
                quoted = !quoted;
            }
        }

        return [.. fields];
    }
}
