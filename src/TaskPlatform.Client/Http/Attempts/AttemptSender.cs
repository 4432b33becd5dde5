using System.Runtime.CompilerServices;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// Makes one attempt: token, request, limits, answer. Whatever goes wrong comes back as a result; nothing is thrown but
/// what the code around it must see at once.
/// </summary>
internal sealed class AttemptSender(Func<HttpMessageInvoker> chain, ITokenSource tokens, string userAgent, TimeSpan connectTimeout, SecretMask secrets, TimeProvider time)
{
    private readonly BearerHeader header = new();
    private readonly ResponseReader reader = new(secrets, time);

    // The token is nearly always there: waiting for it stands apart, so that a thousand runs at once don't each keep room for it.
    internal ValueTask<AttemptResult> SendAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        if (!draft.Authorized)
        {
            return SendAsync(draft, bearer: null, cancellationToken);
        }

        ValueTask<BearerToken> token = tokens.GetAsync(cancellationToken);
        return token.IsCompletedSuccessfully ? SendAsync(draft, token.Result, cancellationToken) : WaitAndSendAsync(draft, token, cancellationToken);
    }

    private async ValueTask<AttemptResult> WaitAndSendAsync(RequestDraft draft, ValueTask<BearerToken> token, CancellationToken cancellationToken)
    {
        BearerToken bearer;
        try
        {
            bearer = await token.ConfigureAwait(false);
        }
        catch (TaskPlatformException failure)
        {
            return new AttemptResult { Outcome = AttemptOutcome.Unauthenticated, Failure = failure, Made = false };
        }

        return await SendAsync(draft, bearer, cancellationToken).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptResult> SendAsync(RequestDraft draft, BearerToken? bearer, CancellationToken cancellationToken)
    {
        secrets.Learn(bearer?.Token);
        using var clock = new AttemptClock(time, cancellationToken);
        clock.Start(draft.Body is null ? draft.AnswerLimit.Limit : TimeLimit.Upload, draft.Body is null ? draft.AnswerLimit.Duration : AttemptClock.UploadStall);
        var ticket = new AttemptTicket(header.Of(bearer), draft.Address, draft.OnceOnly);
        RequestBody? body = draft.Body?.Create(clock, draft.AnswerLimit);
        using HttpRequestMessage request = CreateRequest(draft, body, ticket);
        HttpResponseMessage? response = null;
        bool handedOut = false;
        try
        {
            response = await chain().SendAsync(request, clock.Token).ConfigureAwait(false);
            AttemptResult result = await reader.ReadAsync(draft, response, bearer, ticket, clock).ConfigureAwait(false);
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

    private HttpRequestMessage CreateRequest(RequestDraft draft, RequestBody? body, AttemptTicket ticket)
    {
        var request = new HttpRequestMessage(draft.Method, draft.Address)
        {
            Content = body,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(AttemptTicket.Key, ticket);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (draft.Form != AnswerForm.File)
        {
            request.Headers.TryAddWithoutValidation("Accept", draft.Form == AnswerForm.Json ? "application/json" : "text/event-stream");
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
}
