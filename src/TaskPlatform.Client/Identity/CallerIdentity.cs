using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>Who stands behind a credential, as the platform sees it (<c>GET /whoami</c>).</summary>
public sealed record CallerIdentity
{
    /// <summary>The caller's id: a person's, an OAuth client's or an API key's; empty when the answer names none.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The caller's e-mail address; machines have one too. Null when not said. Never printed by <see cref="object.ToString"/>.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>The caller's name for people; null when not said. Never printed by <see cref="object.ToString"/>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Where an OAuth client or an API key belongs; null for a person who logged in.</summary>
    [JsonPropertyName("client")]
    [JsonConverter(typeof(WireObjectConverter<CallerScope>))]
    public CallerScope? Client { get; init; }

    /// <summary>The organization of the OAuth client or API key (<c>client.org_id</c>); null when the platform names none, as for a person.</summary>
    [JsonIgnore]
    public Guid? OrganizationId => Client?.OrganizationId;

    /// <summary>The project of the OAuth client or API key (<c>client.project_id</c>); null when the platform names none, as for a person.</summary>
    [JsonIgnore]
    public Guid? ProjectId => Client?.ProjectId;

    /// <summary>How the answer came: status, headers, attempts, time. Null where it was made without HTTP, as in tests; never serialized.</summary>
    [JsonIgnore]
    public ResponseMetadata? Response { get; internal set; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // Name and address are a person's own.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, OrganizationId = {OrganizationId}, ProjectId = {ProjectId}");
        return true;
    }
}
