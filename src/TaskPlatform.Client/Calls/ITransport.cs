namespace TaskPlatform.Client.Calls;

/// <summary>Sends what a route describes. Turned round so that resources need not know HTTP.</summary>
internal interface ITransport
{
    /// <summary>Sends a request and reads the whole answer.</summary>
    ValueTask<Answer<TResponse>> SendAsync<TRequest, TResponse>(
        Route<TRequest, TResponse> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken);

    /// <summary>Asks for something and reads the whole answer. Repeated freely, also when the answer can't be read.</summary>
    ValueTask<Answer<TResponse>> GetAsync<TResponse>(Route<Nothing, TResponse> route, RouteValues values, CallContext call, CancellationToken cancellationToken);

    /// <summary>Sends a request and hands out the events of its answer as they arrive.</summary>
    ValueTask<EventAnswer> OpenEventsAsync<TRequest>(
        Route<TRequest, EventStream> route, RouteValues values, TRequest request, CallContext call, CancellationToken cancellationToken);

    /// <summary>Sends a call by method and path and reads the whole answer. A path that leads out of the project is refused.</summary>
    ValueTask<Answer<TResponse>> SendAsync<TRequest, TResponse>(RawCall<TRequest, TResponse> raw, CallContext call, CancellationToken cancellationToken);

    /// <summary>Opens a file of a run: by the link the answer gave, if that is under the project's address, else by the route.</summary>
    Task<FileAnswer> OpenAsync(
        Route<Nothing, Stream> route, RouteValues values, string? downloadUrl, CallContext call, CancellationToken cancellationToken);
}

/// <summary>The answer of a call that comes in events.</summary>
internal readonly record struct EventStream;

/// <summary>The body of a call that has none, and an answer of which nothing is read.</summary>
internal readonly record struct Nothing;

/// <summary>A file that is being read, and its length where the platform said it.</summary>
internal readonly record struct FileAnswer(Stream Content, long? Length);
