using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Http;

/// <summary>
/// Makes one attempt: token, request, limits, answer. Whatever goes wrong comes back as a result; nothing is thrown but
/// what the code around it must see at once.
/// </summary>
internal sealed class AttemptSender(Func<HttpMessageInvoker> chain, ITokenSource tokens, string userAgent, TimeSpan connectTimeout, SecretMask secrets, TimeProvider time)
{
    // More than is kept: a list of field errors may repeat all that was sent before it comes to its point.
    private const int ErrorBodyCap = 1024 * 1024;

    private BearerHeader? lastHeader;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<AttemptResult> SendAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        BearerToken? bearer = null;
        if (draft.Authorized)
        {
            try
            {
                bearer = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (TaskPlatformException failure)
            {
                return new AttemptResult { Outcome = AttemptOutcome.Unauthenticated, Failure = failure, Made = false };
            }

            secrets.Learn(bearer.Token);
        }

        using var clock = new AttemptClock(time, cancellationToken);
        clock.Start(draft.Body is null ? draft.AnswerLimit.Limit : TimeLimit.Upload, draft.Body is null ? draft.AnswerLimit.Duration : AttemptClock.UploadStall);
        var ticket = new AttemptTicket(HeaderOf(bearer), draft.Address, draft.OnceOnly);
        RequestBody? body = draft.Body?.Create(clock, draft.AnswerLimit);
        using HttpRequestMessage request = CreateRequest(draft, body, ticket);
        HttpResponseMessage? response = null;
        bool handedOut = false;
        try
        {
            response = await chain().SendAsync(request, clock.Token).ConfigureAwait(false);
            AttemptResult result = await ReadAsync(draft, response, bearer, ticket, clock).ConfigureAwait(false);
            handedOut = result.OpenResponse is not null;
            return result;
        }
        catch (Exception failure)
        {
            // The body as it was made: a handler of the host may have put another in its place.
            return Failed(failure, draft, body, response, bearer, ticket, clock, cancellationToken);
        }
        finally
        {
            if (!handedOut)
            {
                response?.Dispose();
            }
        }
    }

    // One header for all attempts with the same token.
    private AuthenticationHeaderValue? HeaderOf(BearerToken? bearer)
    {
        if (bearer is null)
        {
            return null;
        }

        BearerHeader? header = lastHeader;
        if (header is null || !ReferenceEquals(header.Bearer, bearer))
        {
            lastHeader = header = new BearerHeader(bearer);
        }

        return header.Value;
    }

    private HttpRequestMessage CreateRequest(RequestDraft draft, RequestBody? body, AttemptTicket ticket)
    {
        var request = new HttpRequestMessage(draft.Method, draft.Address)
        {
            Content = body,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(AttemptTicket.Key, ticket);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (!draft.Streamed)
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        if (draft.BasicCredentials is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + draft.BasicCredentials);
        }

        if (draft.Headers is not null)
        {
            foreach ((string name, string value) in draft.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptResult> ReadAsync(RequestDraft draft, HttpResponseMessage response, BearerToken? bearer, AttemptTicket ticket, AttemptClock clock)
    {
        AttemptOutcome outcome = FailureEvidence.OfAnswer(response, ticket);
        if (outcome != AttemptOutcome.Answered)
        {
            return await ReadRefusalAsync(draft, response, outcome, bearer, clock).ConfigureAwait(false);
        }

        RentedBody? whole = draft.Streamed ? null : await BodyReader.ReadAsync(response.Content, Array.MaxLength, clock.Token).ConfigureAwait(false);
        TaskPlatformException? unreadable = whole is null ? null : draft.Unreadable?.Invoke(whole.Bytes);
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

    private AttemptResult Failed(
        Exception failure, RequestDraft draft, RequestBody? body, HttpResponseMessage? response, BearerToken? bearer, AttemptTicket ticket, AttemptClock clock, CancellationToken cancellationToken)
    {
        AttemptOutcome outcome = response is null
            ? FailureEvidence.OfException(failure, body, ticket)
            : FailureEvidence.OfBrokenAnswer(response, ticket);
        return new AttemptResult
        {
            Outcome = outcome,
            StatusCode = response?.StatusCode,
            Headers = response?.Headers,
            Failure = FailureText.Explain(failure, draft, body, clock, outcome == AttemptOutcome.NotSent ? connectTimeout : null, cancellationToken),
            Bearer = bearer,
        };
    }

    private sealed class BearerHeader(BearerToken bearer)
    {
        internal BearerToken Bearer { get; } = bearer;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        internal AuthenticationHeaderValue Value { get; } = new("Bearer", bearer.Token);
    }
}
