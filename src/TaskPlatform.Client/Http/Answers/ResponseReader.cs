using System.Runtime.CompilerServices;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Reads what one attempt was answered: the body of an answer, or why the platform refused.</summary>
internal sealed class ResponseReader(SecretMask secrets, TimeProvider time)
{
    // More than is kept: a list of field errors may repeat all that was sent before it comes to its point.
    private const int ErrorBodyCap = 1024 * 1024;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<AttemptResult> ReadAsync(RequestDraft draft, HttpResponseMessage response, BearerToken? bearer, AttemptTicket ticket, AttemptClock clock)
    {
        AttemptOutcome outcome = FailureEvidence.OfAnswer(response, ticket);
        if (outcome != AttemptOutcome.Answered)
        {
            return await ReadRefusalAsync(draft, response, outcome, bearer, clock).ConfigureAwait(false);
        }

        RentedBody? whole = draft.Streamed ? null : await BodyReader.ReadAsync(response.Content, Array.MaxLength, clock.Token).ConfigureAwait(false);
        TaskPlatformException? unreadable = whole is null ? null : draft.Unreadable?.Invoke(response, whole.Bytes);
        if (unreadable is not null)
        {
            whole!.Return();
            whole = null;
        }

        return new AttemptResult
        {
            Outcome = unreadable is null ? outcome : AttemptOutcome.Unknown,
            Failure = unreadable,
            StatusCode = response.StatusCode,
            Headers = response.Headers,
            Body = whole,
            OpenResponse = draft.Streamed ? response : null,
            OpenContent = draft.Streamed ? await response.Content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false) : null,
            Bearer = bearer,
        };
    }

    private async ValueTask<AttemptResult> ReadRefusalAsync(RequestDraft draft, HttpResponseMessage response, AttemptOutcome outcome, BearerToken? bearer, AttemptClock clock)
    {
        TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, time);
        ReadOnlyMemory<byte> body = await ReadErrorAsync(response, clock).ConfigureAwait(false);
        TaskPlatformApiException failure = ErrorReader.Read(
            new ErrorContext(response, draft.ShortName, mayHaveRun: draft.OnceOnly && outcome == AttemptOutcome.Unknown, retryAfter), body, isWhole: body.Length < ErrorBodyCap, secrets);
        return new AttemptResult
        {
            Outcome = failure is TaskPlatformAuthenticationException && outcome == AttemptOutcome.Rejected ? AttemptOutcome.Unauthenticated : outcome,
            StatusCode = response.StatusCode,
            Headers = response.Headers,
            Failure = failure,
            RetryAfter = retryAfter,
            Bearer = bearer,
        };
    }

    // The status already says what happened: an error body that can't be read takes nothing away.
    private static async ValueTask<ReadOnlyMemory<byte>> ReadErrorAsync(HttpResponseMessage response, AttemptClock clock)
    {
        try
        {
            return (await BodyReader.ReadAsync(response.Content, ErrorBodyCap, clock.Token).ConfigureAwait(false)).Bytes;
        }
        catch (Exception failure) when (BodyReader.IsBroken(failure) || clock.RanOut)
        {
            return default;
        }
    }
}
