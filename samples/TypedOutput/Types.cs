using System.ComponentModel;
using System.Text.Json.Serialization;

namespace TypedOutput;

/// <summary>What a run is given: a property for each variable of the prompt.</summary>
internal sealed record Report(string Carrier, string DamageNote);

/// <summary>What a run answers. The descriptions are read by the model.</summary>
internal sealed record Assessment(
    [Description("How bad it is.")] Severity Severity,
    [Description("Whether the customer gets money back.")] bool RefundDue,
    [Description("One sentence for the customer.")] string Summary,
    [Description("Each damaged thing.")] IReadOnlyList<DamagedItem> Items,
    [Description("Day of the damage, as yyyy-MM-dd; null if the report does not say.")] DateOnly? DamagedOn);

internal sealed record DamagedItem(string Name, decimal ValueGbp);

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
internal enum Severity
{
    None,
    Cosmetic,
    Partial,
    Total,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Assessment))]
internal sealed partial class SampleJson : JsonSerializerContext;
