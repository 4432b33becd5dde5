using System.Net.Http.Headers;

namespace TaskPlatform.Client.Calls;

/// <summary>The headers of answers that mean something to this client, and how they are read: without case, first value, null when absent.</summary>
internal static class ResponseHeader
{
    internal const string RequestId = "X-Request-ID";
    internal const string NewRevisionId = "X-New-Revision-ID";
    internal const string NewRevisionCreated = "X-New-Revision-created";
    internal const string TaskRunId = "X-Task-Run-ID";
    internal const string TaskRevisionId = "X-Task-Revision-ID";

    internal static string? Find(HttpResponseHeaders? headers, string name)
    {
        if (headers is null || !headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            return null;
        }

        foreach (string value in values)
        {
            return value;
        }

        return null;
    }

    internal static Guid? FindGuid(HttpResponseHeaders? headers, string name) =>
        Guid.TryParse(Find(headers, name), out Guid id) ? id : null;

    internal static bool? FindBoolean(HttpResponseHeaders? headers, string name) =>
        bool.TryParse(Find(headers, name), out bool value) ? value : null;
}
