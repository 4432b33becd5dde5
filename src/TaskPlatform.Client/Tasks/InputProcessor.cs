using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace TaskPlatform.Client;

/// <summary>Loads or transforms one input before the prompt is filled (an entry of <c>input_processors</c>).</summary>
/// <remarks>
/// The loaded text then stands in the run's submitted inputs; the caller's own value is kept beside it as
/// <c>{param}_preprocessed</c>.
/// </remarks>
public sealed record InputProcessor
{
    /// <summary>Makes an entry to be filled by an object initializer or by JSON.</summary>
    public InputProcessor()
    {
    }

    /// <summary>Names the input and the processor that works on it.</summary>
    /// <param name="paramName">A variable of the prompt.</param>
    /// <param name="kind">The processor.</param>
    public InputProcessor(string paramName, InputProcessorKind kind)
    {
        ArgumentNullException.ThrowIfNull(paramName);
        ParamName = paramName;
        Kind = kind;
    }

    /// <summary>The input it works on: a variable of the prompt. Required when sent.</summary>
    [JsonPropertyName("param_name")]
    public string ParamName { get => field ?? ""; init; }

    /// <summary>Which processor it is (<c>input_processor</c>). Required when sent.</summary>
    [JsonPropertyName("input_processor")]
    public InputProcessorKind Kind { get; init; }

    /// <summary>The processor's own settings; null is left out.</summary>
    [JsonPropertyName("config"), JsonIgnore(Condition = WhenWritingNull), JsonConverter(typeof(WireObjectConverter<JsonObject>))]
    public JsonObject? Config { get; init; }

    /// <summary>Keys of the answer that have no member here; written back when the record is serialized. Null when there are none.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; internal set; }

    // The settings may hold content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"ParamName = {ParamName}, Kind = {Kind}");
        return true;
    }
}
