using System.Text;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Runs;

/// <summary>The query of a run: what chooses the revision, the model and the group, apart from the body.</summary>
internal static class RunTaskQuery
{
    /// <summary>Writes the query with its question mark; empty when nothing is set.</summary>
    /// <param name="request">What the caller asked for.</param>
    /// <param name="reportingGroup">The client's group, for requests that name none.</param>
    /// <param name="forceFallback">Whether the client asks for the fallback model itself.</param>
    internal static string Write(RunTaskRequest request, string? reportingGroup, bool forceFallback)
    {
        string? group = (request.ReportingGroup ?? reportingGroup) is { Length: > 0 } named ? named : null;
        bool? useFallbackModel = forceFallback ? true : request.UseFallbackModel;
        if (request.RevisionId is null && request.RevisionTag is null && group is null && useFallbackModel is null)
        {
            return "";
        }

        return new StringBuilder()
            .Query("revision_id", request.RevisionId)
            .Query("revision_tag", request.RevisionTag)
            .Query("reporting_group", group)
            .Query("use_fallback_model", useFallbackModel)
            .ToString();
    }
}
