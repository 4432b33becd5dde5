using System.Net;
using TaskPlatform.Client.Testing.Authentication;

namespace TaskPlatform.Client.Testing.Wire;

/// <summary>One call from its arrival to the platform's own answer.</summary>
internal sealed class PlatformCall
{
    private readonly HttpContent? content;
    private readonly PlatformRoute? route;
    private readonly Dictionary<string, string> values;
    private readonly bool pathExists;

    public PlatformCall(HttpRequestMessage request, PlatformRoutes routes, string basePath, TimeProvider clock)
    {
        content = request.Content;
        string path = request.RequestUri?.AbsolutePath ?? throw new ArgumentException("The request has no address.", nameof(request));
        route = routes.Find(request.Method.Method, path, basePath, out values, out pathExists);
        Received = new FakeRequest(request, route?.Operation ?? FakeOperation.Unknown, clock.GetUtcNow());
    }

    public FakeRequest Received { get; }

    /// <summary>Reads the body the way a socket would: once, without buffering it in the content, and no more or less than was announced.</summary>
    public async Task ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return;
        }

        using var body = new MemoryStream();
        await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        if (content.Headers.ContentLength is { } announced && announced != body.Length)
        {
            throw new HttpRequestException($"The body has {body.Length} bytes, but its Content-Length says {announced}.");
        }

        Received.Body = body.ToArray();
    }

    public HttpResponseMessage Execute(PlatformState state)
    {
        Guid requestId;
        Caller? caller;
        lock (state.Gate)
        {
            requestId = state.Ids.Next();
            caller = route?.Operation is FakeOperation.Token ? Caller.None : state.Bearers.Identify(Received.Authorization);
        }

        HttpResponseMessage answer;
        try
        {
            answer = Dispatch(caller ?? throw Refusal.NotAuthenticated(requestId));
        }
        catch (Refusal refusal)
        {
            answer = Answer.Json(refusal.Status, refusal.Body);
        }

        answer.Headers.TryAddWithoutValidation("X-Request-ID", requestId.ToString());
        return answer;
    }

    private HttpResponseMessage Dispatch(Caller caller)
    {
        if (route is null)
        {
            throw pathExists
                ? Refusal.Text(HttpStatusCode.MethodNotAllowed, "Method Not Allowed")
                : Refusal.Text(HttpStatusCode.NotFound, "Not Found");
        }

        var exchange = new Exchange(Received, values, caller);
        if (caller.OnlyTask is { } task && !MayCall(exchange, task))
        {
            throw Refusal.NotPermitted("task:run_task", "The token of a task is good for runs of that task only.");
        }

        return route.Endpoint(exchange);
    }

    private static bool MayCall(Exchange call, Guid task) =>
        call.Request.Operation is FakeOperation.GetCaller
        || (call.Request.Operation is FakeOperation.RunTask or FakeOperation.DownloadFile && call.Id("task_id") == task);
}
