using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Calls;

/// <summary>One page of a list, as the platform sends it.</summary>
internal sealed record Page<T> : IJsonOnDeserialized
{
    [JsonPropertyName("results")]
    public IReadOnlyList<T>? Results { get; init; }

    [JsonPropertyName("pagination")]
    [JsonConverter(typeof(WireObjectConverter<Pagination>))]
    public Pagination? Pagination { get; init; }

    /// <summary>Where the next page begins; null after the last one.</summary>
    internal string? NextCursor => Pagination is { HasNext: true, NextCursor: { Length: > 0 } cursor } ? cursor : null;

    // Without its list an answer is no page: to take it for an empty one would end the list in silence.
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Results is null)
        {
            throw new JsonException("A page holds no list of results.");
        }
    }
}

/// <summary>What a page says of the next one; each key can be missing or null.</summary>
internal sealed record Pagination
{
    [JsonPropertyName("next_cursor")]
    public string? NextCursor { get; init; }

    [JsonPropertyName("has_next")]
    public bool? HasNext { get; init; }
}
