namespace TaskPlatform.Client;

/// <summary>
/// The names under which this library tells what it does, for <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry or
/// any other listener. It tells ids, counts, times and words; never an input, an output, a prompt or a secret. Nothing
/// need be switched on, and nothing is made while nobody listens.
/// </summary>
/// <remarks>
/// Spans, metrics and their attributes follow the OpenTelemetry conventions for generative AI where these have a name,
/// and are listed in the documentation. The conventions are still in development, so a minor version may follow them.
/// </remarks>
public static class TaskPlatformTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: a span for each operation, its attempts as events.</summary>
    public const string ActivitySourceName = "TaskPlatform.Client";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>: durations, tokens, credits, retries, fallbacks, token requests.</summary>
    public const string MeterName = "TaskPlatform.Client";
}
