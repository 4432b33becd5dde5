using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// Reads from a failed attempt what surely did not happen. Two things count together: the kind of failure and whether
/// the body was ever opened, because a handler of the host can forge the first.
/// </summary>
internal static class FailureEvidence
{
    /// <summary>An attempt that ended without an answer's status.</summary>
    internal static AttemptOutcome OfException(Exception failure, RequestBody? body, AttemptTicket ticket)
    {
        if (ticket.RepeatRefused || (body is null or EmptyBody { Opened: false } && ticket.Used && !IsConnectFailure(failure)))
        {
            return AttemptOutcome.Unknown;
        }

        if (body is { Opened: true })
        {
            return body.BrokenOff ? AttemptOutcome.CutOff : AttemptOutcome.Unknown;
        }

        return IsConnectFailure(failure) ? AttemptOutcome.NotSent : AttemptOutcome.CutOff;
    }

    /// <summary>
    /// An attempt that was answered with a status. A refusal counts when the network gave it or was never reached: a
    /// handler of the host may put one in place of an answer it lost.
    /// </summary>
    internal static AttemptOutcome OfAnswer(HttpResponseMessage response, AttemptTicket ticket) =>
        OfStatus(response) is var outcome
        && (outcome == AttemptOutcome.Answered || !ticket.Used || ticket.Answered == response.StatusCode)
            ? outcome
            : AttemptOutcome.Unknown;

    private static AttemptOutcome OfStatus(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => AttemptOutcome.Answered,
        401 => AttemptOutcome.Unauthenticated,
        408 => AttemptOutcome.Unknown,
        429 => AttemptOutcome.Throttled,
        503 when response.Headers.RetryAfter is not null => AttemptOutcome.Throttled,
        >= 400 and < 500 => AttemptOutcome.Rejected,
        _ => AttemptOutcome.Unknown,
    };

    /// <summary>An attempt that was answered with a status, but whose body was not read to its end: a refusal stays one.</summary>
    internal static AttemptOutcome OfBrokenAnswer(HttpResponseMessage response, AttemptTicket ticket) =>
        OfAnswer(response, ticket) is var outcome and not AttemptOutcome.Answered
            ? outcome
            : AttemptOutcome.Unknown;

    // Name resolution, refused connection, connect time-out, TLS, proxy.
    private static bool IsConnectFailure(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
