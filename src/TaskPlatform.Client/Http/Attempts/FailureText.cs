using System.Globalization;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>Turns what a handler threw into the exception the caller gets: cause, address without query, what to do.</summary>
internal static class FailureText
{
    /// <param name="failure">What was thrown.</param>
    /// <param name="draft">The call.</param>
    /// <param name="body">The body that was to be sent, if there was one.</param>
    /// <param name="clock">The limits of the attempt.</param>
    /// <param name="connectTimeout">How long making a connection may take; null where there surely was one, whatever a handler of the host says.</param>
    /// <param name="cancellationToken">The caller's.</param>
    internal static Exception Explain(Exception failure, RequestDraft draft, RequestBody? body, AttemptClock clock, TimeSpan? connectTimeout, CancellationToken cancellationToken)
    {
        if (clock.CanceledByCaller)
        {
            return new TaskPlatformCanceledException($"The caller cancelled {draft.Name}.", failure, cancellationToken);
        }

        if (clock.RanOut)
        {
            return new TaskPlatformTimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"{draft.Name} ran into the {clock.Limit} time limit of {clock.Duration.TotalSeconds:0.###} s."), failure)
            {
                Limit = clock.Limit,
                Duration = clock.Duration,
            };
        }

        return failure switch
        {
            TaskPlatformException known => known,
            HttpRequestException { InnerException: TaskPlatformException known } => known,
            OperationCanceledException { InnerException: TimeoutException } when connectTimeout is { } limit => new TaskPlatformTimeoutException($"No connection to {draft.Address.Authority} could be made in time.", failure)
            {
                Limit = TimeLimit.Connect,
                Duration = limit,
            },
            _ when body is { BrokenOff: true } => new TaskPlatformConnectionException(
                $"{draft.Name} was cut off before the last byte of its body was sent, so it was not carried out. A server, or a proxy before it, does that to a body larger than it takes. {failure.Message}", failure),
            _ => new TaskPlatformConnectionException($"{draft.Name} failed: {failure.Message}", failure),
        };
    }
}
