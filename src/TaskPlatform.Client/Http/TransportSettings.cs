using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Http;

/// <summary>What the transport takes from the options: read once, never written again.</summary>
internal sealed record TransportSettings(
    TimeSpan RunTimeout, TimeSpan UpdateTimeout, TimeSpan ReadTimeout, TimeSpan TokenTimeout, int MaxAttempts, long MaxFileSize)
{
    internal (TimeLimit Limit, TimeSpan Duration) LimitOf(CallKind kind, RequestOptions? options) => kind switch
    {
        CallKind.Run => (TimeLimit.Run, options?.Timeout ?? RunTimeout),
        CallKind.Update => (TimeLimit.Update, options?.Timeout ?? UpdateTimeout),
        CallKind.Token => (TimeLimit.Token, TokenTimeout),
        _ => (TimeLimit.Read, options?.Timeout ?? ReadTimeout),
    };
}
