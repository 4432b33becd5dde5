namespace TaskPlatform.Client;

/// <summary>How long the steps of one attempt may take. Each limit is positive; repeats and the waits between them come on top.</summary>
public sealed class TaskPlatformTimeoutOptions
{
    /// <summary>Opening a connection: name resolution, TCP and TLS; 15 s by default.</summary>
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A run, from the last byte of the request to the last byte of the answer; 15 min by default. Of an agent's run, which
    /// answers with events, it limits the wait for the first of them and each wait for the next.
    /// </summary>
    public TimeSpan Run { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>An update, and whatever else changes something, from the last byte of the request to the last byte of the answer; 100 s by default.</summary>
    public TimeSpan Update { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// A read, up to the last byte of the answer; for a file that is handed out as a stream the wait for the headers, then
    /// each wait for bytes. 100 s by default.
    /// </summary>
    public TimeSpan Read { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>A request for a token; 30 s by default.</summary>
    public TimeSpan Token { get; set; } = TimeSpan.FromSeconds(30);
}
