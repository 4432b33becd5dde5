using System.Net;
using System.Net.Http.Headers;
using TaskPlatform.Client.Http.Answers;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>What one attempt came to.</summary>
internal sealed class AttemptResult
{
    internal required AttemptOutcome Outcome { get; init; }

    /// <summary>False when not even the request was made, as when no token was to be had.</summary>
    internal bool Made { get; init; } = true;

    internal HttpStatusCode? StatusCode { get; init; }

    internal HttpResponseHeaders? Headers { get; init; }

    /// <summary>The whole body of an answer; whoever reads it gives it back.</summary>
    internal RentedBody? Body { get; init; }

    /// <summary>The open answer, where it is handed out as a stream; whoever gets it disposes it.</summary>
    internal HttpResponseMessage? OpenResponse { get; init; }

    /// <summary>The bytes of the open answer.</summary>
    internal Stream? OpenContent { get; init; }

    /// <summary>Why the attempt failed; null when it was answered.</summary>
    internal Exception? Failure { get; init; }

    /// <summary>How long the platform asked to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The bearer that was sent, to tell a refused token from a newer one.</summary>
    internal BearerToken? Bearer { get; init; }

    /// <summary>How long to wait before the next attempt; null when there is none. Set by the retry decision.</summary>
    internal TimeSpan? Pause { get; set; }
}
