namespace TaskPlatform.Client.Testing.Authentication;

/// <summary>The bearers the platform knows and how long each is good. Used under the platform's lock only.</summary>
internal sealed class Bearers(TimeProvider clock)
{
    private readonly Dictionary<string, DateTimeOffset> tokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> people = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> taskTokens = new(StringComparer.Ordinal);

    public void AddToken(string token, TimeSpan? lifetime) =>
        tokens[token] = lifetime is { } span ? clock.GetUtcNow() + span : DateTimeOffset.MaxValue;

    public void AddPerson(string token, TimeSpan? lifetime)
    {
        AddToken(token, lifetime);
        people.Add(token);
    }

    public void AddKey(string key) => keys.Add(key);

    public void AddTaskToken(string token, Guid taskId) => taskTokens[token] = taskId;

    public void RevokeTokens() => tokens.Clear();

    public void RevokeKeys() => keys.Clear();

    public Caller? Identify(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is not true)
        {
            return null;
        }

        string bearer = authorization[Scheme.Length..];
        if (taskTokens.TryGetValue(bearer, out Guid taskId))
        {
            return new Caller(taskId);
        }

        bool good = keys.Contains(bearer) || (tokens.TryGetValue(bearer, out DateTimeOffset end) && clock.GetUtcNow() < end);
        return !good ? null : people.Contains(bearer) ? Caller.Person : Caller.Client;
    }
}
