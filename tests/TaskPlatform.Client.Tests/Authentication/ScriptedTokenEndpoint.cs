using TaskPlatform.Client.Authentication;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

/// <summary>A token endpoint that answers when and what a test says, and remembers what it was sent.</summary>
internal sealed class ScriptedTokenEndpoint : ITokenEndpoint
{
    private readonly object gate = new();
    private readonly List<TokenGrant> grants = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> watchers = [];
    private TaskCompletionSource<TokenAnswer>? held;

    /// <summary>What is answered at once; by default token-1, token-2 and so on, each for an hour.</summary>
    public Func<int, TokenAnswer> Answer { get; set; } = static count => Token($"token-{count}", 3600);

    public int Requests
    {
        get
        {
            lock (gate)
            {
                return grants.Count;
            }
        }
    }

    public TokenGrant LastGrant
    {
        get
        {
            lock (gate)
            {
                return grants[^1];
            }
        }
    }

    /// <summary>The last form, each field as name=value, nothing encoded.</summary>
    public IReadOnlyList<string> LastForm => [.. LastGrant.Form.Select(static one => $"{one.Name}={one.Value}")];

    public static TokenAnswer Token(string token, double? expiresIn, string? type = "bearer", string? refreshToken = null) =>
        new(token, type, expiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : null, refreshToken);

    /// <summary>From now on requests wait until <see cref="AnswerAsync"/> or <see cref="FailAsync"/>.</summary>
    public void Hold()
    {
        lock (gate)
        {
            held ??= new TaskCompletionSource<TokenAnswer>();
        }
    }

    /// <summary>Answers what is held, on a pool thread.</summary>
    public Task AnswerAsync(TokenAnswer answer) => Release(source => source.SetResult(answer));

    public Task FailAsync(Exception failure) => Release(source => source.SetException(failure));

    /// <summary>Waits until that many requests have arrived; a minute at most, so that a request that never comes fails its test instead of holding all.</summary>
    public Task ReachedAsync(int count)
    {
        lock (gate)
        {
            if (grants.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask<TokenAnswer> RequestAsync(TokenGrant grant, CancellationToken cancellationToken)
    {
        Task<TokenAnswer>? wait;
        int count;
        lock (gate)
        {
            grants.Add(grant);
            count = grants.Count;
            wait = held?.Task;
            foreach ((int wanted, TaskCompletionSource reached) in watchers.Where(watcher => watcher.Count <= count))
            {
                reached.TrySetResult();
            }
        }

        return wait is null ? Answer(count) : await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task Release(Action<TaskCompletionSource<TokenAnswer>> answer)
    {
        TaskCompletionSource<TokenAnswer> source;
        lock (gate)
        {
            source = held ?? throw new InvalidOperationException("Nothing is held.");
            held = null;
        }

        return Task.Run(() => answer(source));
    }
}
