using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http;

/// <summary>Calls by method and path: another address and the caller's own contracts, and from there on as all others.</summary>
internal sealed partial class Transport
{
    public ValueTask<Answer<TResponse>> SendAsync<TRequest, TResponse>(RawCall<TRequest, TResponse> raw, CallContext call, CancellationToken cancellationToken) =>
        ClientTelemetry.HasListeners
            ? ObserveRawAsync(raw, call, cancellationToken)
            : SendRawAsync(raw, call, cancellationToken);

    private async ValueTask<Answer<TResponse>> SendRawAsync<TRequest, TResponse>(RawCall<TRequest, TResponse> raw, CallContext call, CancellationToken cancellationToken)
    {
        Check(call);
        Uri target = address.ResolvePath(raw.Route.Template);
        TResponse Parse(ReadOnlyMemory<byte> body) => AnswerReader.Parse(body, raw.AnswerContract);
        EarlyAnswer<TResponse>? early = raw.Route.Kind == CallKind.Read ? new EarlyAnswer<TResponse>(Parse) : null;
        BodySource? source = raw.BodyContract is { } contract ? RequestBodies.For(raw.Body, contract) : early is null ? EmptySource.Instance : null;
        RequestDraft draft = Draft(raw.Route, target, call, source, repeatable: true, unreadable: early is null ? null : early.Read);
        Call ended = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(ended, call);
        return early?.Of(ended) ?? AnswerReader.Read<TResponse>(ended, call, Parse);
    }

    private ValueTask<Answer<TResponse>> ObserveRawAsync<TRequest, TResponse>(RawCall<TRequest, TResponse> raw, CallContext call, CancellationToken cancellationToken) =>
        CallSpan.ObserveAsync(raw.Route.Operation, call.TaskId, () => SendRawAsync(raw, call, cancellationToken), static answer => answer.Response.Attempts.Count);
}
