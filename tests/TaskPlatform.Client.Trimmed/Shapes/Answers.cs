using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client.Trimmed.Shapes;

/// <summary>A record of single values.</summary>
internal sealed record Verdict(string Text, bool Ok, int Score, double Ratio);

/// <summary>Objects in objects; one type in two places is no recursion.</summary>
internal sealed record Parcel(string Carrier, Place Sender, Place Receiver);

internal sealed record Place(string City, Geo Geo);

internal readonly record struct Geo(double Lat, double Lon);

/// <summary>Lists of single values, however they are declared.</summary>
internal sealed record Lists(IReadOnlyList<string> Words, int[] Numbers, List<bool> Flags, IEnumerable<float> Ratios);

/// <summary>Lists of objects that hold lists of objects.</summary>
internal sealed record Order(IReadOnlyList<Line> Lines);

internal sealed record Line(string Name, Part[] Parts);

internal sealed record Part(string Sku, int Count);

/// <summary>Enums as text: by the type, by a naming policy, by a property.</summary>
internal sealed record Triage(
    Severity Severity,
    Tone Tone,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Colour>))] Colour Colour,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Colour>))] Colour? Second);

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
internal enum Severity
{
    None,
    Cosmetic,
    Total,
}

[JsonConverter(typeof(SnakeCaseConverter<Tone>))]
internal enum Tone
{
    VeryFormal,
    Casual,
}

internal enum Colour
{
    Red,
    Green,
}

internal sealed class SnakeCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;

/// <summary>Everything may be null.</summary>
internal sealed record Sparse(string? Note, int? Count, bool? Ok, Severity? Severity, Geo? At, IReadOnlyList<int?>? Numbers);

/// <summary>Money and other numbers.</summary>
internal sealed record Invoice(decimal Total, decimal VatRate, long Number, float Weight, byte Pages);

/// <summary>Dates and what else travels as text.</summary>
internal sealed record Appointment(DateOnly Day, DateTimeOffset At, DateTime Local, TimeOnly Opens, TimeSpan Lasts, Guid Id, Uri Link);

/// <summary>A class with required and init members, a name and an order of its own, and two members no answer sets.</summary>
internal sealed class Person
{
    public required string Name { get; init; }

    [JsonPropertyName("e-mail")]
    public string? Mail { get; set; }

    public List<string> Aliases { get; init; } = [];

    [JsonPropertyOrder(-1)]
    public int Age { get; init; }

    [JsonIgnore]
    public string Greeting => $"Hello {Name}";

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>A record with a constructor that checks.</summary>
internal sealed record Sum
{
    [JsonConstructor]
    public Sum(int left, int right, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(total, left + right);
        (Left, Right, Total) = (left, right, total);
    }

    public int Left { get; init; }

    public int Right { get; init; }

    [JsonPropertyName("sum")]
    public int Total { get; init; }
}

/// <summary>Descriptions on parameters and on properties; for .NET 8 a contract does not tell those of parameters.</summary>
internal sealed record Reply(
    [Description("The translation.")] string Text,
    [property: Description("Two letters.")] string Language,
    [property: Description("What it is about.")] IReadOnlyList<string> Tags,
    [property: Description("How bad it is.")] Severity Severity)
{
#if NET9_0_OR_GREATER
    internal const string Format =
        """{"text":{"type":"str","description":"The translation."},"language":{"type":"str","description":"Two letters."},"tags":{"type":"list","description":"What it is about.","item_type":"str"},"severity":{"type":"str","description":"How bad it is.","options":["None","Cosmetic","Total"]}}""";
#else
    internal const string Format =
        """{"text":"str","language":{"type":"str","description":"Two letters."},"tags":{"type":"list","description":"What it is about.","item_type":"str"},"severity":{"type":"str","description":"How bad it is.","options":["None","Cosmetic","Total"]}}""";
#endif
}

/// <summary>What the platform is asked with, for typed inputs.</summary>
internal sealed record Question(string Text, string Language, IReadOnlyList<string> Hints);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(Lists))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Triage))]
[JsonSerializable(typeof(Sparse))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Sum))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Question))]
internal sealed partial class ShapeJson : JsonSerializerContext;
