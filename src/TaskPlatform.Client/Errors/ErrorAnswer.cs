using System.Net;
using System.Net.Http.Headers;

namespace TaskPlatform.Client.Errors;

/// <summary>What an error answer held, read once whatever its shape.</summary>
internal sealed record ErrorAnswer
{
    internal required HttpStatusCode StatusCode { get; init; }

    internal HttpResponseHeaders? Headers { get; init; }

    internal string? Reason { get; init; }

    internal string? Message { get; init; }

    internal IReadOnlyList<ValidationIssue> Issues { get; init; } = [];

    internal string? RequestId { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    internal string? Body { get; init; }
}
