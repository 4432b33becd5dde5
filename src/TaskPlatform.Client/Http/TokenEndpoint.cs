using System.Text;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http;

/// <summary>Sends a grant to the token endpoint, through none of the host's handlers but the primary one.</summary>
internal sealed class TokenEndpoint(CallRunner runner, Uri endpoint, TransportSettings settings, SecretMask secrets) : ITokenEndpoint
{
    private const string Operation = "get_token";

    public async ValueTask<TokenAnswer> RequestAsync(TokenGrant grant, CancellationToken cancellationToken)
    {
        try
        {
            TokenAnswer answer = await ObserveAsync(grant, cancellationToken).ConfigureAwait(false);
            CallMetrics.TokenRequested(failure: null);
            return answer;
        }
        catch (Exception failure)
        {
            CallMetrics.TokenRequested(failure);
            throw;
        }
    }

    private ValueTask<TokenAnswer> ObserveAsync(TokenGrant grant, CancellationToken cancellationToken) => ClientTelemetry.HasListeners
        ? CallSpan.ObserveAsync(Operation, taskId: null, () => RequestCoreAsync(grant, cancellationToken), attempts: null)
        : RequestCoreAsync(grant, cancellationToken);

    private async ValueTask<TokenAnswer> RequestCoreAsync(TokenGrant grant, CancellationToken cancellationToken)
    {
        byte[] form = Encoding.ASCII.GetBytes(FormUrl.Encode(grant.Form));
        foreach (string secret in grant.Secrets)
        {
            secrets.Learn(secret);
        }

        Call call = await runner.RunAsync(
            new RequestDraft
            {
                Method = HttpMethod.Post,
                Address = endpoint,
                Kind = CallKind.Token,
                AnswerLimit = settings.LimitOf(CallKind.Token, options: null),
                MaxAttempts = settings.MaxAttempts,
                Body = new BytesSource(form, RequestBody.Form),
                Repeatable = grant.Repeatable,
                Unreadable = grant.Repeatable ? NoToken : null, // an answer to the others may hold the next refresh token
                Authorized = false,
                BasicCredentials = grant.BasicCredentials,
            },
            cancellationToken).ConfigureAwait(false);
        if (call.Last.Failure is TaskPlatformException failure)
        {
            failure.Facts = AnswerReader.Facts(call, default);
        }

        if (call.Last.Failure is not null)
        {
            throw call.Last.Failure;
        }

        AttemptEvents.Tell(call.Attempts[^1], endpoint);
        TokenAnswer answer = TokenAnswer.Read(call.Last.Body!.Bytes);
        call.Last.Body.Return();
        return answer;
    }

    private static TaskPlatformAuthenticationException? NoToken(HttpResponseMessage response, ReadOnlyMemory<byte> body) =>
        string.IsNullOrEmpty(TokenAnswer.Read(body).AccessToken) ? MintedToken.Missing() : null;
}
