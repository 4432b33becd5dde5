namespace TaskPlatform.Client.Http;

/// <summary>Sends the calls of one project: route to request, answer to record, failure to one exception that carries what is known.</summary>
internal sealed class Transport(CallRunner runner, ProjectAddress address, TransportSettings settings, ClientLifetime lifetime, TimeProvider time) : ITransport
{
    public async Task<Answer<TResponse>> SendAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken)
    {
        lifetime.ThrowIfOver();
        RequestOptionsChecks.Check(call.Options);
        RequestDraft draft = Draft(route, address.Resolve(route.Template, values), call, RequestBodies.For(request, call.Options?.Progress, settings.MaxFileSize), RequestBodies.IsRepeatable(request));
        CallResult result = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(result, call);
        return AnswerReader.Read<TResponse>(result, call);
    }

    public async Task<FileAnswer> OpenAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken)
    {
        lifetime.ThrowIfOver();
        RequestOptionsChecks.Check(call.Options);
        RequestDraft draft = Draft(route, Address(route, values, downloadUrl, call), call, body: null, repeatable: true, streamed: true);
        CallResult result = await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false);
        if (FileRedirect.Target(result.Last, draft.Address) is { } elsewhere)
        {
            draft = FileRedirect.Follow(draft, elsewhere);
            result = result.FollowedBy(await runner.RunAsync(draft, cancellationToken).ConfigureAwait(false));
        }

        ThrowIfFailed(result, call);
        HttpResponseMessage response = result.Last.OpenResponse!;
        return new FileAnswer(
            new FileContentStream(result.Last.OpenContent!, response, draft, AnswerReader.Facts(result, call), call.Options?.Progress, time), response.Content.Headers.ContentLength);
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
        Route<TRequest, TResponse> route, Uri target, CallContext call, Func<AttemptClock, (TimeLimit, TimeSpan), RequestBody>? body, bool repeatable, bool streamed = false) => new()
        {
            Method = route.Method,
            Address = target,
            Kind = route.Kind,
            AnswerLimit = settings.LimitOf(route.Kind, call.Options),
            MaxAttempts = call.Options?.MaxAttempts ?? settings.MaxAttempts,
            Body = body,
            Repeatable = repeatable,
            Streamed = streamed,
            Headers = call.Options?.Headers,
        };

    private static void ThrowIfFailed(CallResult result, CallContext call)
    {
        if (result.Last.Failure is { } failure)
        {
            throw CallFailure.With(failure, AnswerReader.Facts(result, call));
        }
    }
}
