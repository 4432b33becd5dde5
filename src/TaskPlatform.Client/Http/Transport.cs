namespace TaskPlatform.Client.Http;

/// <summary>Sends the calls of one project: route to request, answer to record, failure to one exception that carries what is known.</summary>
internal sealed class Transport(CallRunner runner, ProjectAddress address, TransportSettings settings, ClientLifetime lifetime, TimeProvider time) : ITransport
{
    public async Task<Answer<TResponse>> SendAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken)
    {
        lifetime.ThrowIfOver();
        RequestOptionsChecks.Check(call.Options);
        RequestDraft draft = Draft(route, address.Resolve(route.Template, values), call, RequestBodies.For(request, call.Options?.Progress), RequestBodies.IsRepeatable(request));
        CallResult result = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(result, call);
        return AnswerReader.Read<TResponse>(result, call);
    }

    public async Task<FileAnswer> OpenAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken)
    {
        lifetime.ThrowIfOver();
        RequestOptionsChecks.Check(call.Options);
        Uri file = downloadUrl is null ? address.Resolve(route.Template, values) : address.ResolveDownload(downloadUrl);
        CallResult result = await runner.RunAsync(Draft(route, file, call, body: null, repeatable: true, streamed: true), cancellationToken).ConfigureAwait(false);
        if (FileRedirect.Target(result.Last, file) is { } elsewhere)
        {
            result = await runner.RunAsync(Draft(route, elsewhere, call, body: null, repeatable: true, streamed: true, authorized: false), cancellationToken).ConfigureAwait(false);
        }

        ThrowIfFailed(result, call);
        HttpResponseMessage response = result.Last.OpenResponse!;
        Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        TimeSpan readLimit = settings.LimitOf(route.Kind, call.Options).Duration;
        return new FileAnswer(new FileContentStream(content, response, readLimit, call.Options?.Progress, time), response.Content.Headers.ContentLength);
    }

    private RequestDraft Draft<TRequest, TResponse>(
        Route<TRequest, TResponse> route, Uri target, CallContext call, Func<AttemptClock, (TimeLimit, TimeSpan), RequestBody>? body, bool repeatable, bool streamed = false, bool authorized = true) => new()
        {
            Method = route.Method,
            Address = target,
            Kind = route.Kind,
            AnswerLimit = settings.LimitOf(route.Kind, call.Options),
            MaxAttempts = call.Options?.MaxAttempts ?? settings.MaxAttempts,
            Body = body,
            Repeatable = repeatable,
            Streamed = streamed,
            Authorized = authorized,
            Headers = authorized ? call.Options?.Headers : null, // what the caller adds is for the API, not for where it redirects
        };

    private static void ThrowIfFailed(CallResult result, CallContext call)
    {
        if (result.Last.Failure is null)
        {
            return;
        }

        CallFacts facts = AnswerReader.Facts(result, call);
        switch (result.Last.Failure)
        {
            case TaskPlatformException failure:
                failure.Facts = facts;
                throw failure;
            case TaskPlatformCanceledException canceled:
                canceled.Facts = facts;
                throw canceled;
            default:
                throw new TaskPlatformConnectionException(result.Last.Failure.Message, result.Last.Failure) { Facts = facts };
        }
    }
}
