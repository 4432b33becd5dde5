namespace TaskPlatform.Client.Tasks;

/// <summary>Which revisions of a task a request may run.</summary>
internal static class CandidateRevisions
{
    internal static IReadOnlyList<TaskRevision> Of(RunTaskRequest request, TaskDefinition definition)
    {
        if (request.RevisionId is null && request.RevisionTag is null)
        {
            return Active(definition);
        }

        // With an id and a tag the platform's choice is not known: both count.
        TaskRevision[] named =
        [
            .. definition.Revisions.Where(revision => revision.Id == request.RevisionId
                || (request.RevisionTag is { } tag && revision.Tags.Any(one => one.Name == tag))),
        ];
        bool hasId = request.RevisionId is null || named.Any(revision => revision.Id == request.RevisionId);
        return hasId && named.Length > 0
            ? named
            : throw Missing("the revision that the request names", definition);
    }

    private static TaskRevision[] Active(TaskDefinition definition)
    {
        // Answers of 2024 say it on the revision.
        Guid[] ids = definition.ActiveRevisions.Count > 0
            ? [.. definition.ActiveRevisions.Where(static one => one.Weight != 0).Select(static one => one.TaskRevisionId)]
            : [.. definition.Revisions.Where(static revision => revision.Active).Select(static revision => revision.Id)];
        TaskRevision[] active = [.. definition.Revisions.Where(revision => ids.Contains(revision.Id))];
        return active.Length > 0 && ids.All(id => active.Any(revision => revision.Id == id))
            ? active
            : throw Missing("each revision that gets traffic", definition);
    }

    private static ArgumentException Missing(string what, TaskDefinition definition) => new(
        $"The definition of task {definition.Id} does not hold {what} ({definition.Revisions.Count} revisions are in it), so the inputs can't be checked.",
        nameof(definition));
}
