using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>What an agent did in the last seven days (<c>seven_day_summary</c>).</summary>
public sealed record TaskAgentSummary
{
    /// <summary>How many runs there were.</summary>
    [JsonPropertyName("run_count")]
    public int? RunCount { get; init; }

    /// <summary>What a run cost on average, in credits, as the decimal text the platform wrote.</summary>
    [JsonPropertyName("average_charged_credits")]
    public string? AverageChargedCreditsText { get; init; }

    /// <summary>What a run cost on average, in credits; null when not said or not a number.</summary>
    [JsonIgnore]
    public decimal? AverageChargedCredits =>
        decimal.TryParse(AverageChargedCreditsText, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal credits) ? credits : null;

    /// <summary>How long a run took on average, in milliseconds.</summary>
    [JsonPropertyName("average_duration_ms")]
    public double? AverageDurationMs { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }
}
