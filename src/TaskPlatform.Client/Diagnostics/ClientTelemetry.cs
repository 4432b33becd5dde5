using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>What listeners can listen to: one source of spans, one meter and its instruments.</summary>
internal static class ClientTelemetry
{
    internal static readonly ActivitySource Source = new(TaskPlatformTelemetry.ActivitySourceName, LibraryVersion.Text);

    private static readonly Meter Meter = new(TaskPlatformTelemetry.MeterName, LibraryVersion.Text);

    /// <summary>How long operations of a model took: the conventions' own name, unit and buckets.</summary>
    internal static readonly Histogram<double> ModelDuration = Meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "How long a run of a task took, retries and a fallback included.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92] });

    /// <summary>How long all other operations took.</summary>
    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "taskplatform.client.operation.duration", "s", "How long a call took that runs no model, retries included.");

    internal static readonly Histogram<long> Tokens = Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens that a run read and wrote.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864] });

    internal static readonly Counter<double> Credits = Meter.CreateCounter<double>("taskplatform.client.credits", "{credit}", "Credits that runs were charged, failed ones included.");

    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>("taskplatform.client.retries", "{retry}", "Attempts that followed another one of the same call.");

    internal static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>("taskplatform.client.fallbacks", "{run}", "Runs that this client asked the fallback model for after the primary model had failed.");

    internal static readonly Counter<long> TokenRequests = Meter.CreateCounter<long>("taskplatform.client.token.requests", "{request}", "Requests for an access token.");

    /// <summary>Whether anybody listens to calls; all that is done for listeners is done behind this.</summary>
    internal static bool HasListeners =>
        Source.HasListeners() || ModelDuration.Enabled || Duration.Enabled || Tokens.Enabled || Credits.Enabled;
}
