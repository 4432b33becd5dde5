using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client;

/// <summary>What one call does otherwise than the client's options say. Everything left null follows the options.</summary>
public sealed record RequestOptions
{
    /// <summary>
    /// The time limit of each attempt of this call, in place of <see cref="TaskPlatformTimeoutOptions.Run"/>,
    /// <see cref="TaskPlatformTimeoutOptions.Update"/> or <see cref="TaskPlatformTimeoutOptions.Read"/>; never of
    /// connecting, of token requests or of finding the project of a credential. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Attempts of this call, the first included; 1 switches repeating off. In place of <see cref="TaskPlatformRetryOptions.MaxAttempts"/>.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>When this run goes to the fallback model. In place of <see cref="TaskPlatformFallbackOptions.Mode"/>; without meaning for other calls.</summary>
    public FallbackMode? Fallback { get; init; }

    /// <summary>
    /// Headers added to each attempt of this call. <c>Authorization</c>, <c>Host</c> and headers that describe the body
    /// are refused with <see cref="ArgumentException"/>: the client sets those.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Told how far the request's body, or the file that comes down, has got. Called on the sending thread, often: keep it short.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>The pace of the many runs this one belongs to; null for a run by itself.</summary>
    internal IAttemptPace? Pace { get; init; }

    /// <summary>Shows the numbers, never the headers: one of them may be a secret.</summary>
    public override string ToString() =>
        $"{nameof(RequestOptions)} {{ Timeout = {Timeout}, MaxAttempts = {MaxAttempts}, Fallback = {Fallback}, Headers = {Headers?.Count ?? 0} }}";
}
