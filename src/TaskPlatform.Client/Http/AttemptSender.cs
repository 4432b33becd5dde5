using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Http;

/// <summary>
/// Makes one attempt: token, request, limits, answer. Whatever goes wrong comes back as a result; nothing is thrown but
/// what the code around it must see at once.
/// </summary>
internal sealed class AttemptSender(Func<HttpMessageHandler> handlers, ITokenSource tokens, string userAgent, TimeSpan connectTimeout, SecretMask secrets, TimeProvider time)
{
    // More than is kept: a list of field errors may repeat all that was sent before it comes to its point.
    private const int ErrorBodyCap = 1024 * 1024;

    internal async Task<AttemptResult> SendAsync(RequestDraft draft, CancellationToken cancellationToken)
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
        var ticket = new AttemptTicket(bearer?.Token, draft.Address, draft.OnceOnly);
        using HttpRequestMessage request = CreateRequest(draft, clock, ticket);
        HttpResponseMessage? response = null;
        try
        {
            // The invoker doesn't own the handler: the factory, or whoever made it, does.
            using var invoker = new HttpMessageInvoker(handlers(), disposeHandler: false);
            response = await invoker.SendAsync(request, clock.Token).ConfigureAwait(false);
            return await ReadAsync(draft, response, bearer, clock).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return Failed(failure, draft, request, response, bearer, clock, cancellationToken);
        }
        finally
        {
            if (!draft.Streamed || response is not { IsSuccessStatusCode: true })
            {
                response?.Dispose();
            }
        }
    }

    private HttpRequestMessage CreateRequest(RequestDraft draft, AttemptClock clock, AttemptTicket ticket)
    {
        var request = new HttpRequestMessage(draft.Method, draft.Address)
        {
            Content = draft.Body?.Invoke(clock, draft.AnswerLimit),
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

    private async Task<AttemptResult> ReadAsync(RequestDraft draft, HttpResponseMessage response, BearerToken? bearer, AttemptClock clock)
    {
        TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, time);
        AttemptOutcome outcome = FailureEvidence.OfStatus(response.StatusCode, response.Headers.RetryAfter is not null);
        if (outcome == AttemptOutcome.Answered)
        {
            return new AttemptResult
            {
                Outcome = outcome,
                StatusCode = response.StatusCode,
                Headers = response.Headers,
                Body = draft.Streamed ? default : await BodyReader.ReadAsync(response.Content, Array.MaxLength, clock.Token).ConfigureAwait(false),
                OpenResponse = draft.Streamed ? response : null,
                Bearer = bearer,
            };
        }

        ReadOnlyMemory<byte> body = await ReadErrorAsync(response, clock).ConfigureAwait(false);
        TaskPlatformApiException failure = ErrorReader.Read(response, body, isWhole: body.Length < ErrorBodyCap, retryAfter, secrets);
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
            return await BodyReader.ReadAsync(response.Content, ErrorBodyCap, clock.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (BodyReader.IsBroken(failure) || clock.RanOut)
        {
            return default;
        }
    }

    private AttemptResult Failed(
        Exception failure, RequestDraft draft, HttpRequestMessage request, HttpResponseMessage? response, BearerToken? bearer, AttemptClock clock, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(AttemptTicket.Key, out AttemptTicket? ticket);
        AttemptOutcome outcome = response is null
            ? FailureEvidence.OfException(failure, (RequestBody?)request.Content, ticket!)
            : FailureEvidence.OfBrokenAnswer(response);
        return new AttemptResult
        {
            Outcome = outcome,
            StatusCode = response?.StatusCode,
            Headers = response?.Headers,
            Failure = FailureText.Explain(failure, draft, clock, connectTimeout, cancellationToken),
            Bearer = bearer,
        };
    }
}
