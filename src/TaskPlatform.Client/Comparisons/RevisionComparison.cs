namespace TaskPlatform.Client;

/// <summary>What revisions of a task made of the same inputs.</summary>
public sealed record RevisionComparison
{
    internal RevisionComparison(IReadOnlyList<RevisionResult> revisions, bool stopped) => (Revisions, Stopped) = (revisions, stopped);

    /// <summary>One result for each revision, in the order in which they were named.</summary>
    public IReadOnlyList<RevisionResult> Revisions { get; }

    /// <summary>Whether <see cref="CompareRevisionsOptions.MaxCredits"/> stopped the comparison: some inputs were then not run on some revisions.</summary>
    public bool Stopped { get; }

    /// <summary>Credits charged for all runs whose price is told.</summary>
    public decimal Credits => Revisions.Sum(static result => result.Credits);

    /// <summary>Says of each two revisions on how many inputs they agree. It costs nothing: ask again with another measure.</summary>
    /// <param name="same">
    /// Whether two runs gave the same answer. Null compares the JSON of <see cref="TaskOutput.Raw"/> in depth; order of keys,
    /// keys that are null and the way of writing a number don't count.
    /// </param>
    /// <returns>Each two once, in the order of <see cref="Revisions"/>; nothing for a single revision.</returns>
    public IReadOnlyList<RevisionAgreement> GetAgreements(Func<TaskRun, TaskRun, bool>? same = null)
    {
        Func<TaskRun, TaskRun, bool> measure = same ?? (static (one, other) => JsonComparison.Same(one.Output.Raw, other.Output.Raw));
        return
        [
            .. from first in Enumerable.Range(0, Revisions.Count)
               from second in Enumerable.Range(first + 1, Revisions.Count - first - 1)
               select Agreement(Revisions[first], Revisions[second], measure),
        ];
    }

    private static RevisionAgreement Agreement(RevisionResult first, RevisionResult second, Func<TaskRun, TaskRun, bool> same)
    {
        int compared = 0;
        List<int> differing = [];
        for (int input = 0; input < first.Outcomes.Count; input++)
        {
            if (first.Outcomes[input] is { IsSuccess: true, Run: { } one } && second.Outcomes[input] is { IsSuccess: true, Run: { } other })
            {
                compared++;
                if (!same(one, other))
                {
                    differing.Add(input);
                }
            }
        }

        return new RevisionAgreement(first.Revision, second.Revision, compared, differing);
    }
}
