using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client;

/// <summary>The platform answered with an error status. Subclasses exist where a caller would write another <c>catch</c>.</summary>
public class TaskPlatformApiException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformApiException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status, or null when there was no answer, as when no token was to be had.</summary>
    public HttpStatusCode? StatusCode { get => field ?? Answer?.StatusCode; init; }

    /// <summary>The answer's headers, or null when there was no answer. Never part of <see cref="Exception.Message"/>.</summary>
    public HttpResponseHeaders? Headers { get => field ?? Answer?.Headers; init; }

    /// <summary>
    /// The platform's stable word for the reason, to branch on: <c>PERMISSION_CHECK_FAILED</c>,
    /// <c>duplicate_task_name</c>; an open set. For an OAuth body its <c>error</c>. Null when the answer held none.
    /// </summary>
    public string? Reason { get => field ?? Answer?.Reason; init; }

    /// <summary>The platform's own text, with live secrets masked, or null when the answer held none. Meant for people.</summary>
    public string? ServerMessage { get => field ?? Answer?.Message; init; }

    /// <summary>What the platform found wrong with the request, field by field; empty when it named no field.</summary>
    public IReadOnlyList<ValidationIssue> Issues { get => field ?? Answer?.Issues ?? []; init; }

    /// <summary>The id of the request at the platform, worth quoting to support; null when the answer held none.</summary>
    public string? RequestId { get => field ?? Answer?.RequestId; init; }

    /// <summary>How long the platform asked to wait (<c>Retry-After</c>), or null when it didn't say.</summary>
    public TimeSpan? RetryAfter { get => field ?? Answer?.RetryAfter; init; }

    /// <summary>The first 16,384 characters of the answer's body as text, live secrets masked; null when it was empty. Not part of <see cref="Exception.Message"/>: it may repeat what was sent.</summary>
    public string? Body { get => field ?? Answer?.Body; init; }

    internal ErrorAnswer? Answer { get; init; }

    internal override string ErrorType => StatusCode is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : base.ErrorType;
}
