using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Identity;

namespace TaskPlatform.Client.Http;

/// <summary>
/// Sends the calls of a client whose options leave the organization or the project out: the first one waits until they
/// are found. Clients that know both never come by here.
/// </summary>
internal sealed class LookupTransport(ProjectLookup lookup, ClientLifetime lifetime) : ITransport
{
    public async ValueTask<Answer<TResponse>> SendAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken)
    {
        ITransport project = lookup.Found ?? await FindAsync(call, cancellationToken).ConfigureAwait(false);
        return await project.SendAsync(route, values, request, call, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Answer<TResponse>> SendAsync<TRequest, TResponse>(RawCall<TRequest, TResponse> raw, CallContext call, CancellationToken cancellationToken)
    {
        ITransport project = lookup.Found ?? await FindAsync(call, cancellationToken).ConfigureAwait(false);
        return await project.SendAsync(raw, call, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Answer<TResponse>> GetAsync<TResponse>(Route<Nothing, TResponse> route, RouteValues values, CallContext call, CancellationToken cancellationToken)
    {
        ITransport project = lookup.Found ?? await FindAsync(call, cancellationToken).ConfigureAwait(false);
        return await project.GetAsync(route, values, call, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<EventAnswer> OpenEventsAsync<TRequest>(
        Route<TRequest, EventStream> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken)
    {
        ITransport project = lookup.Found ?? await FindAsync(call, cancellationToken).ConfigureAwait(false);
        return await project.OpenEventsAsync(route, values, request, call, cancellationToken).ConfigureAwait(false);
    }

    public async Task<FileAnswer> OpenAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken)
    {
        ITransport project = lookup.Found ?? await FindAsync(call, cancellationToken).ConfigureAwait(false);
        return await project.OpenAsync(route, values, downloadUrl, call, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ITransport> FindAsync(CallContext call, CancellationToken cancellationToken)
    {
        lifetime.ThrowIfOver();
        RequestOptionsChecks.Check(call.Options);
        var facts = new CallFacts { TaskId = call.TaskId, Reference = call.Reference, RunId = call.RunId };
        try
        {
            return await lookup.FindAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TaskPlatformException failure)
        {
            throw CallFailure.With(failure, facts);
        }
        catch (OperationCanceledException failure) when (cancellationToken.IsCancellationRequested)
        {
            throw CallFailure.With(new TaskPlatformCanceledException("The caller cancelled while the call was waiting for its project to be found; nothing was sent.", failure, cancellationToken), facts);
        }
    }
}
