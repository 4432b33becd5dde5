using System.Globalization;

namespace TaskPlatform.Client.Tasks;

/// <summary>Holds a split of the traffic against the platform's rules.</summary>
internal static class ActiveRevisionChecks
{
    private const double Tolerance = 1e-6;

    /// <summary>Refuses weights that are no shares or don't add up to 1, and a revision named twice; null and an empty list pass.</summary>
    internal static void Check(IReadOnlyCollection<ActiveRevision>? activeRevisions)
    {
        if (activeRevisions is null or { Count: 0 })
        {
            return;
        }

        var seen = new HashSet<Guid>();
        double sum = 0;
        foreach (ActiveRevision? entry in activeRevisions)
        {
            if (entry is null)
            {
                throw new ArgumentException("ActiveRevisions has an entry that is null.", nameof(activeRevisions));
            }

            double weight = entry.Weight ?? 1;
            if (weight is not (>= 0 and <= 1))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"ActiveRevisions gives revision {entry.TaskRevisionId} the weight {weight}; weights are 0 to 1."),
                    nameof(activeRevisions));
            }

            if (!seen.Add(entry.TaskRevisionId))
            {
                throw new ArgumentException($"ActiveRevisions names revision {entry.TaskRevisionId} twice.", nameof(activeRevisions));
            }

            sum += weight;
        }

        if (Math.Abs(sum - 1) > Tolerance)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The weights of ActiveRevisions add up to {sum}; they must add up to 1 (a weight left out counts as 1)."),
                nameof(activeRevisions));
        }
    }
}
