using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// A field of an <see cref="OutputFormat"/>: on the wire a type word alone, or an object. A type converts implicitly to
/// a field that is written as the word alone: <c>["ok"] = OutputType.Boolean</c>. The static members make the rest:
/// <c>["tone"] = OutputField.OneOf("formal", "casual").WithDescription("…")</c>.
/// </summary>
/// <remarks>A field that was read is written back exactly as it came; a changed copy (<c>with</c>) is written anew.</remarks>
[JsonConverter(typeof(OutputFieldConverter))]
public sealed partial record OutputField
{
    /// <summary>The type of the field's value.</summary>
    public required OutputType Type
    {
        get;
        init => (field, Raw) = (value, null);
    }

    /// <summary>What the field is for; the model reads it. Null is left out.</summary>
    public string? Description
    {
        get;
        init => (field, Raw) = (value, null);
    }

    /// <summary>The only values allowed; null (left out) allows any.</summary>
    public IReadOnlyList<string>? Options
    {
        get;
        init => (field, Raw) = (value, null);
    }

    /// <summary>The type of a list's items; only with <see cref="OutputType.List"/>. Null is left out.</summary>
    public OutputType? ItemType
    {
        get;
        init => (field, Raw) = (value, null);
    }

    /// <summary>The fields of an object, or of a list's items; only with <see cref="OutputType.Object"/> and <see cref="OutputType.List"/>. Null is left out.</summary>
    public OutputFormat? NestedStructure
    {
        get;
        init => (field, Raw) = (value, null);
    }

    /// <summary>Keys that have no member here; written after the others. Null for none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalFields
    {
        get;
        init => (field, Raw) = (value, null);
    }

    /// <summary>What was read, until something is changed.</summary>
    internal JsonElement? Raw { get; init; }

    internal bool IsWord { get; init; }

    internal bool IsWordAlone =>
        IsWord && Description is null && Options is null && ItemType is null && NestedStructure is null && AdditionalFields is null;

    /// <summary>Makes a field that is written as the type's word alone.</summary>
    public static implicit operator OutputField(OutputType type) => new() { Type = type, IsWord = true };

    // Descriptions and options are content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Type = {Type}, ItemType = {ItemType}, NestedStructure = {NestedStructure}");
        return true;
    }
}
