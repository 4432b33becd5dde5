using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client.Comparisons;

/// <summary>The runs of a comparison: every input on every revision, all revisions of one input after another.</summary>
internal sealed class RevisionRuns(IReadOnlyList<RunTaskRequest> inputs, IReadOnlyList<RevisionChoice> revisions, CompareRevisionsOptions options)
{
    private readonly RunOutcome?[][] outcomes = [.. revisions.Select(_ => new RunOutcome?[inputs.Count])];

    internal IEnumerable<RunTaskRequest> Requests() =>
        from input in inputs
        from revision in revisions
        select input with { RevisionId = revision.Id, RevisionTag = revision.Tag };

    internal async Task<RevisionComparison> ReadAsync(IAsyncEnumerable<RunOutcome> runs)
    {
        bool stopped = false;
        try
        {
            await foreach (RunOutcome outcome in runs.ConfigureAwait(false))
            {
                Keep(outcome);
            }
        }
        catch (RunManyStoppedException)
        {
            stopped = true;
        }

        return new RevisionComparison([.. revisions.Select((revision, at) => new RevisionResult(revision, outcomes[at]))], stopped);
    }

    internal static void Check(IReadOnlyList<RunTaskRequest> inputs, IReadOnlyList<RevisionChoice> revisions)
    {
        if (revisions.Count == 0 || revisions.Any(static revision => revision is null))
        {
            throw new ArgumentException("No revision is named, or one is null.", nameof(revisions));
        }

        if (revisions.GroupBy(static revision => revision).FirstOrDefault(static group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"Revision {twice.Key} is named twice; each costs a run for every input.", nameof(revisions));
        }

        for (int index = 0; index < inputs.Count; index++)
        {
            if (WhyNot(inputs[index]) is { } reason)
            {
                throw new ArgumentException($"Input {index} {reason}", nameof(inputs));
            }
        }
    }

    private static string? WhyNot(RunTaskRequest? input) => input switch
    {
        null => "is null.",
        _ when input.RevisionId is not null || input.RevisionTag is not null => "names a revision itself; the comparison does that.",
        _ when !RunUploads.CanRunAgain(input) => "has a file made from a stream, which is good for one run; make it by TaskFile.FromOpener, FromPath or FromBytes.",
        _ => null,
    };

    private void Keep(RunOutcome outcome)
    {
        (int input, int revision) = ((int)(outcome.Index / revisions.Count), (int)(outcome.Index % revisions.Count));
        RunOutcome kept = outcome.At(input);
        outcomes[revision][input] = kept;
        options.Progress?.Report(new RevisionOutcome(revisions[revision], kept));
    }
}
