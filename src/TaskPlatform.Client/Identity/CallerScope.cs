using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>Where an OAuth client or an API key belongs (<c>client</c> of <c>GET /whoami</c>).</summary>
public sealed record CallerScope
{
    /// <summary>The organization; null when not said.</summary>
    [JsonPropertyName("org_id")]
    public Guid? OrganizationId { get; init; }

    /// <summary>The one project it is tied to; null when not said.</summary>
    [JsonPropertyName("project_id")]
    public Guid? ProjectId { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"OrganizationId = {OrganizationId}, ProjectId = {ProjectId}");
        return true;
    }
}
