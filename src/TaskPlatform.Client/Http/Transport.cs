using System.Runtime.CompilerServices;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http;

/// <summary>Sends the calls of one project: route to request, answer to record, failure to one exception that carries what is known.</summary>
internal sealed partial class Transport(CallRunner runner, ProjectAddress address, TransportSettings settings, ClientLifetime lifetime, TimeProvider time) : ITransport
{
    // A run is observed where its fallback is known, not request by request.
    public ValueTask<Answer<TResponse>> SendAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken) =>
        route.Kind != CallKind.Run && ClientTelemetry.HasListeners
            ? ObserveSendingAsync(route, values, request, call, cancellationToken)
            : SendCoreAsync(route, values, request, call, cancellationToken);

    public ValueTask<Answer<TResponse>> GetAsync<TResponse>(Route<Nothing, TResponse> route, RouteValues values, CallContext call, CancellationToken cancellationToken) =>
        ClientTelemetry.HasListeners
            ? ObserveGettingAsync(route, values, call, cancellationToken)
            : GetCoreAsync(route, values, call, cancellationToken);

    public Task<FileAnswer> OpenAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken) =>
        ClientTelemetry.HasListeners
            ? ObserveOpeningAsync(route, values, downloadUrl, call, cancellationToken)
            : OpenCoreAsync(route, values, downloadUrl, call, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Answer<TResponse>> SendCoreAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken)
    {
        Check(call);
        RequestDraft draft = Draft(route, address.Resolve(route.Template, values), call, RequestBodies.For(request, call.Options?.Progress, settings.MaxFileSize), RequestBodies.IsRepeatable(request));
        Call ended = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(ended, call);
        return AnswerReader.Read<TResponse>(ended, call);
    }

    private async ValueTask<Answer<TResponse>> GetCoreAsync<TResponse>(Route<Nothing, TResponse> route, RouteValues values, CallContext call, CancellationToken cancellationToken)
    {
        Check(call);
        var early = new EarlyAnswer<TResponse>();
        RequestDraft draft = Draft(route, address.Resolve(route.Template, values), call, body: null, repeatable: true, unreadable: early.Read);
        Call ended = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(ended, call);
        return early.Of(ended);
    }

    // Observed where the events are read: a run of an agent is over when they are.
    public async ValueTask<EventAnswer> OpenEventsAsync<TRequest>(
        Route<TRequest, EventStream> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken)
    {
        Check(call);
        RequestDraft draft = Draft(route, address.Resolve(route.Template, values), call, RequestBodies.For(request, call.Options?.Progress, settings.MaxFileSize), repeatable: true, AnswerForm.Events);
        Call ended = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(ended, call);
        return await EventReader.OpenAsync(ended, draft, call, time, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FileAnswer> OpenCoreAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken)
    {
        Check(call);
        RequestDraft draft = Draft(route, Address(route, values, downloadUrl, call), call, body: null, repeatable: true, AnswerForm.File);
        Call ended = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        if (FileRedirect.Target(ended.Last, draft.Address) is { } elsewhere)
        {
            Call first = ended;
            draft = FileRedirect.Follow(draft, elsewhere);
            ended = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
            ended.Follow(first);
        }

        ThrowIfFailed(ended, call);
        AttemptEvents.Tell(ended.Attempts[^1], draft.Address);
        HttpResponseMessage response = ended.Last.OpenResponse!;
        return new FileAnswer(
            new AnswerStream(ended.Last.OpenContent!, response, draft, AnswerReader.Facts(ended, call), call.Options?.Progress, time), response.Content.Headers.ContentLength);
    }

    // Apart from the others, so that their lambdas make nothing where nobody listens.
    private ValueTask<Answer<TResponse>> ObserveSendingAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken) =>
        CallSpan.ObserveAsync(
            route.Operation, call.TaskId, () => SendCoreAsync(route, values, request, call, cancellationToken), static answer => answer.Response.Attempts.Count);

    private ValueTask<Answer<TResponse>> ObserveGettingAsync<TResponse>(Route<Nothing, TResponse> route, RouteValues values, CallContext call, CancellationToken cancellationToken) =>
        CallSpan.ObserveAsync(route.Operation, call.TaskId, () => GetCoreAsync(route, values, call, cancellationToken), static answer => answer.Response.Attempts.Count);

    private async Task<FileAnswer> ObserveOpeningAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken) =>
        await CallSpan.ObserveAsync(
            route.Operation, call.TaskId, () => new ValueTask<FileAnswer>(OpenCoreAsync(route, values, downloadUrl, call, cancellationToken)), attempts: null).ConfigureAwait(false);

    private void Check(CallContext call)
    {
        lifetime.ThrowIfOver();
        RequestOptionsChecks.Check(call.Options);
    }

    private Uri Address<TRequest, TResponse>(Route<TRequest, TResponse> route, RouteValues values, string? downloadUrl, CallContext call)
    {
        try
        {
            return downloadUrl is null ? address.Resolve(route.Template, values) : address.ResolveDownload(downloadUrl);
        }
        catch (TaskPlatformException refused)
        {
            refused.Facts = new CallFacts { TaskId = call.TaskId, RunId = call.RunId };
            throw;
        }
    }

    private RequestDraft Draft<TRequest, TResponse>(
        Route<TRequest, TResponse> route, Uri target, CallContext call, BodySource? body, bool repeatable, AnswerForm form = AnswerForm.Json, Func<HttpResponseMessage, ReadOnlyMemory<byte>, TaskPlatformException?>? unreadable = null) => new()
        {
            Method = route.Method,
            Address = target,
            Kind = route.Kind,
            AnswerLimit = settings.LimitOf(route.Kind, call.Options),
            MaxAttempts = call.Options?.MaxAttempts ?? settings.MaxAttempts,
            Body = body,
            Repeatable = repeatable,
            Form = form,
            Unreadable = unreadable,
            Headers = call.Options?.Headers,
            Pace = call.Options?.Pace,
        };

    private static void ThrowIfFailed(Call ended, CallContext call)
    {
        if (ended.Last.Failure is { } failure)
        {
            throw CallFailure.With(failure, AnswerReader.Facts(ended, call));
        }
    }
}
