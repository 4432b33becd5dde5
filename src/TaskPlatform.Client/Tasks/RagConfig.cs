using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>
/// How a collection is searched (<c>rag_config</c>). Null members are left out, and the platform's defaults hold.
/// </summary>
public sealed record RagConfig
{
    /// <summary>How the question is rewritten first; <c>single_query</c> by default.</summary>
    [JsonPropertyName("rewrite_mode"), JsonIgnore(Condition = WhenWritingNull)]
    public RagRewriteMode? RewriteMode { get; init; }

    /// <summary>How many pieces are looked at, 1 to 50; 12 by default.</summary>
    [JsonPropertyName("candidate_k"), JsonIgnore(Condition = WhenWritingNull)]
    public int? CandidateK { get; init; }

    /// <summary>How many of these are kept, 1 to 20; 5 by default.</summary>
    [JsonPropertyName("final_k"), JsonIgnore(Condition = WhenWritingNull)]
    public int? FinalK { get; init; }

    /// <summary>Whether the sources go to the model too; true by default.</summary>
    [JsonPropertyName("include_sources"), JsonIgnore(Condition = WhenWritingNull)]
    public bool? IncludeSources { get; init; }

    /// <summary>The most tokens of material the model is given, 256 to 16,000; 4,000 by default.</summary>
    [JsonPropertyName("max_context_tokens"), JsonIgnore(Condition = WhenWritingNull)]
    public int? MaxContextTokens { get; init; }

    /// <summary>The most pieces of material the model is given, 1 to 20; 5 by default.</summary>
    [JsonPropertyName("max_context_chunks"), JsonIgnore(Condition = WhenWritingNull)]
    public int? MaxContextChunks { get; init; }

    /// <summary>What the model is told about the material, at most 500 characters.</summary>
    [JsonPropertyName("context_instruction"), JsonIgnore(Condition = WhenWritingNull)]
    public string? ContextInstruction { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // The instruction is content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"RewriteMode = {RewriteMode}, CandidateK = {CandidateK}, FinalK = {FinalK}");
        return true;
    }
}
