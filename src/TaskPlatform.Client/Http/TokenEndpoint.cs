using System.Text;
using TaskPlatform.Client.Authentication;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Http;

/// <summary>Sends a grant to the token endpoint, through none of the host's handlers but the primary one.</summary>
internal sealed class TokenEndpoint(CallRunner runner, Uri endpoint, TransportSettings settings, SecretMask secrets) : ITokenEndpoint
{
    public async ValueTask<TokenAnswer> RequestAsync(TokenGrant grant, CancellationToken cancellationToken)
    {
        byte[] form = Encoding.ASCII.GetBytes(FormUrl.Encode(grant.Form));
        foreach (string secret in grant.Secrets)
        {
            secrets.Learn(secret);
        }

        CallResult result = await runner.RunAsync(
            new RequestDraft
            {
                Method = HttpMethod.Post,
                Address = endpoint,
                Kind = CallKind.Token,
                AnswerLimit = settings.LimitOf(CallKind.Token, options: null),
                MaxAttempts = settings.MaxAttempts,
                Body = (clock, answerLimit) => new BytesBody(form, BytesBody.Form) { Clock = clock, AnswerLimit = answerLimit },
                Repeatable = grant.Repeatable,
                Unreadable = grant.Repeatable ? NoToken : null, // an answer to the others may hold the next refresh token
                Authorized = false,
                BasicCredentials = grant.BasicCredentials,
            },
            cancellationToken).ConfigureAwait(false);
        if (result.Last.Failure is TaskPlatformException failure)
        {
            failure.Facts = AnswerReader.Facts(result, default);
        }

        return result.Last.Failure is null ? TokenAnswer.Read(result.Last.Body) : throw result.Last.Failure;
    }

    private static TaskPlatformAuthenticationException? NoToken(ReadOnlyMemory<byte> body) =>
        string.IsNullOrEmpty(TokenAnswer.Read(body).AccessToken) ? MintedToken.Missing() : null;
}
