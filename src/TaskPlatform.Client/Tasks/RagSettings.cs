using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>
/// Material the model can look things up in before it answers (<c>rag</c>), such as a catalogue, terms or a manual. For
/// paid plans.
/// </summary>
public sealed record RagSettings
{
    /// <summary>Makes settings to be filled by an object initializer or by JSON.</summary>
    public RagSettings()
    {
    }

    /// <summary>Names the collection and how to look in it.</summary>
    /// <param name="collectionId">The collection.</param>
    /// <param name="ragConfig">How to look; null for the platform's defaults.</param>
    public RagSettings(ResourceId collectionId, RagConfig? ragConfig = null)
    {
        CollectionId = collectionId;
        RagConfig = ragConfig;
    }

    /// <summary>The collection to look in. Required when sent; a UUID, except in answers of 2024.</summary>
    [JsonPropertyName("collection_id")]
    public ResourceId CollectionId { get; init; }

    /// <summary>How to look; null is left out, and the platform's defaults hold.</summary>
    [JsonPropertyName("rag_config"), JsonIgnore(Condition = WhenWritingNull), JsonConverter(typeof(WireObjectConverter<RagConfig>))]
    public RagConfig? RagConfig { get; init; }

    /// <summary>
    /// The input to search with, in answers of 2024, which had no <c>rag_config</c>. Don't set it: newer platforms
    /// don't know it.
    /// </summary>
    [JsonPropertyName("rag_param"), JsonIgnore(Condition = WhenWritingNull)]
    public string? RagParam { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // Unknown keys may hold content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"CollectionId = {CollectionId}, RagConfig = {RagConfig}");
        return true;
    }
}
