namespace TaskPlatform.Client.LlmModels;

/// <summary>Puts models in the order in which a mistyped name may have meant them.</summary>
internal static class NearestNames
{
    // Names are short; a longer text is no name that somebody mistyped.
    private const int Longest = 128;

    /// <summary>The models whose name or alias holds the text, or is up to half as long in changes away from it; the nearest first.</summary>
    internal static LlmModel[] Of(IReadOnlyList<LlmModel> models, string name) => name.Length > Longest
        ? []
        : [.. models
            .Select(model => (Model: model, Distance: Math.Min(Distance(model.Name, name), Distance(model.Alias, name))))
            .Where(near => near.Distance <= name.Length / 2)
            .OrderBy(static near => near.Distance)
            .ThenBy(static near => near.Model.Retired is not null)
            .ThenBy(static near => near.Model.Name, StringComparer.Ordinal)
            .Select(static near => near.Model)];

    private static int Distance(string? told, string name)
    {
        if (told is null or "" || told.Length > Longest)
        {
            return int.MaxValue;
        }

        string first = told.ToUpperInvariant();
        string second = name.ToUpperInvariant();
        return first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal) ? 1 : Changes(first, second);
    }

    // Letters to put in, take out or replace: one row of the table after the other.
    private static int Changes(string first, string second)
    {
        int[] above = [.. Enumerable.Range(0, second.Length + 1)];
        int[] row = new int[second.Length + 1];
        for (int at = 1; at <= first.Length; at++)
        {
            row[0] = at;
            for (int other = 1; other <= second.Length; other++)
            {
                int replaced = above[other - 1] + (first[at - 1] == second[other - 1] ? 0 : 1);
                row[other] = Math.Min(replaced, Math.Min(above[other], row[other - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[second.Length];
    }
}
