using TaskPlatform.Client.Testing.Authentication;
using TaskPlatform.Client.Testing.Scripting;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

/// <summary>
/// The task platform in memory: an HTTP handler that answers, refuses and charges as the platform does, for tests and for programs that
/// must run without an account. Give it to a client as its primary handler; no call ever leaves the process.
/// </summary>
/// <remarks>
/// It is safe for use from many threads, keeps nothing but memory, and goes on working after it was disposed, because a handler factory
/// disposes its handlers when it rotates them. The same seed, clock and order of calls give the same ids and the same choice of revisions.
/// </remarks>
public sealed partial class FakeTaskPlatform : HttpMessageHandler
{
    private readonly TimeProvider timeProvider;
    private readonly PlatformState state;
    private readonly TokenEndpoint tokens;
    private readonly PlatformRoutes routes;
    private readonly PlatformScript script = new();
    private readonly RequestLog log = new();

    /// <summary>Starts an empty platform with one organization, one project, one OAuth client and one API key.</summary>
    /// <param name="seed">Decides ids, tokens and which revision a run goes to.</param>
    /// <param name="timeProvider">The clock its tokens end by; null takes the clock of the system.</param>
    public FakeTaskPlatform(int seed = 1, TimeProvider? timeProvider = null)
    {
        this.timeProvider = timeProvider ?? TimeProvider.System;
        state = new PlatformState(this.timeProvider, seed);
        tokens = new TokenEndpoint(state);
        routes = new PlatformRoutes(state, tokens);

        OrganizationId = state.Ids.Next();
        ProjectId = state.Ids.Next();
        ClientId = state.Ids.Next().ToString();
        ClientSecret = state.Ids.Secret("fake_cs_");
        ApiKey = state.Ids.Secret("fake_ak_");
        state.Home = (OrganizationId, ProjectId);
        AddProject(OrganizationId, ProjectId);
        AddClient(ClientId, ClientSecret);
        AddApiKey(ApiKey);
    }

    /// <summary>The organization that exists from the start.</summary>
    public Guid OrganizationId { get; }

    /// <summary>The project that exists from the start; tasks and agents lie in it unless they say otherwise.</summary>
    public Guid ProjectId { get; }

    /// <summary>The id of the OAuth client that exists from the start.</summary>
    public string ClientId { get; }

    /// <summary>The secret of <see cref="ClientId"/>.</summary>
    public string ClientSecret { get; }

    /// <summary>The API key that exists from the start.</summary>
    public string ApiKey { get; }

    /// <summary>The model of tasks and agents that name no other.</summary>
    public Guid ModelId => state.ModelId;

    /// <summary>A second model, for use as a fallback; no task has it unless it is told to.</summary>
    public Guid FallbackModelId => state.FallbackModelId;

    /// <summary>The path below which the API lies; <c>/api/v1</c> by default. The token endpoint answers on every path that ends in <c>/oauth2/token</c>.</summary>
    public string BasePath { get; set => field = "/" + value.Trim('/'); } = "/api/v1";

    /// <summary>How long the access tokens issued from now on are good: <c>expires_in</c> on the wire; an hour by default.</summary>
    public TimeSpan TokenLifetime
    {
        get => Under(() => state.TokenLifetime);
        set => Under(() => state.TokenLifetime = value);
    }

    /// <summary>How many runs were carried out, failed ones included; a call that was refused is none.</summary>
    public int ExecutedRuns => Under(() => state.ExecutedRuns);

    /// <summary>How many runs of agents were begun; a call that was refused is none.</summary>
    public int ExecutedAgentRuns => Under(() => state.ExecutedAgentRuns);

    /// <summary>What all runs together cost.</summary>
    public decimal CreditsCharged => Under(() => state.CreditsCharged);

    /// <summary>How many access tokens were issued.</summary>
    public int TokensIssued => Under(() => state.TokensIssued);

    /// <summary>Every call so far, token requests included, in the order of arrival: a list of its own on each call.</summary>
    public IReadOnlyList<FakeRequest> Requests => log.All();

    /// <summary>The calls of one kind, in the order of arrival.</summary>
    /// <param name="operation">Which calls.</param>
    public IReadOnlyList<FakeRequest> RequestsFor(FakeOperation operation) =>
        [.. log.All().Where(request => operation is FakeOperation.Any || request.Operation == operation)];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var call = new PlatformCall(request, routes, BasePath, timeProvider);
        IReadOnlyList<ScriptStep> steps = script.TakeFor(call.Received.Operation);
        log.Add(call.Received);

        HttpResponseMessage? answer = await PlayAsync(FakeMoment.BeforeBody, null).ConfigureAwait(false);
        if (answer is null)
        {
            await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
            answer = await PlayAsync(FakeMoment.BeforeExecution, null).ConfigureAwait(false);
        }

        if (answer is null)
        {
            answer = call.Execute(state);
            answer = await PlayAsync(FakeMoment.AfterExecution, answer).ConfigureAwait(false) ?? answer;
        }

        answer.RequestMessage = request;
        answer.Headers.Date ??= timeProvider.GetUtcNow();
        return answer;

        async Task<HttpResponseMessage?> PlayAsync(FakeMoment moment, HttpResponseMessage? soFar)
        {
            HttpResponseMessage? outcome = null;
            foreach (ScriptStep step in steps.Where(step => step.Moment == moment))
            {
                outcome = await step.Action(call.Received, soFar, cancellationToken).ConfigureAwait(false) ?? outcome;
            }

            return outcome;
        }
    }

    private T Under<T>(Func<T> action)
    {
        lock (state.Gate)
        {
            return action();
        }
    }

    private void Under(Action action)
    {
        lock (state.Gate)
        {
            action();
        }
    }
}
