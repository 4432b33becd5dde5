using System.Globalization;
using System.Text.Json;
using TaskPlatform.Client.Agents;

namespace TaskPlatform.Client;

/// <summary>What an agent's run took, under the names a task's run has; each null where the last event does not tell it.</summary>
public sealed class TaskAgentUsage
{
    private readonly JsonElement raw;

    internal TaskAgentUsage(JsonElement raw) => this.raw = raw;

    /// <summary>Tokens read (<c>input_tokens</c>).</summary>
    public long? InputTokens => Count("input_tokens");

    /// <summary>Tokens written (<c>output_tokens</c>).</summary>
    public long? OutputTokens => Count("output_tokens");

    /// <summary>Tokens in all (<c>total_tokens</c>), as the platform adds them up.</summary>
    public long? TotalTokens => Count("total_tokens");

    /// <summary>Credits charged (<c>charged_credits</c>), as the platform writes them.</summary>
    public string? ChargedCreditsText => EventFields.AnyText(raw, "charged_credits");

    /// <summary>Credits charged (<c>charged_credits</c>); null also when the text is no number.</summary>
    public decimal? ChargedCredits =>
        decimal.TryParse(ChargedCreditsText, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal credits) ? credits : null;

    private long? Count(string key) => long.TryParse(EventFields.AnyText(raw, key), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
}
