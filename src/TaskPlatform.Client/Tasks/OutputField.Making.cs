using System.Diagnostics.CodeAnalysis;

namespace TaskPlatform.Client;

[SuppressMessage("Naming", "CA1720", Justification = "These are the platform's words for types.")]
public sealed partial record OutputField
{
    /// <summary>Text, written as the word alone (<c>str</c>).</summary>
    public static OutputField Text { get; } = OutputType.Text;

    /// <summary>A whole number, written as the word alone (<c>int</c>).</summary>
    public static OutputField Integer { get; } = OutputType.Integer;

    /// <summary>A number with or without a fraction, written as the word alone (<c>number</c>).</summary>
    public static OutputField Number { get; } = OutputType.Number;

    /// <summary>True or false, written as the word alone (<c>bool</c>).</summary>
    public static OutputField Boolean { get; } = OutputType.Boolean;

    /// <summary>A text that is one of these and no other (<c>options</c>).</summary>
    /// <param name="options">The values allowed, in their order; at least one, none twice.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">There is no value, one is null, or one stands there twice.</exception>
    public static OutputField OneOf(params string[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Length == 0 || options.Contains(null) || options.Distinct(StringComparer.Ordinal).Count() != options.Length)
        {
            throw new ArgumentException("A closed list of values has at least one, no null, and none twice.", nameof(options));
        }

        return new OutputField { Type = OutputType.Text, Options = [.. options] };
    }

    /// <summary>
    /// A list. The platform can be told the type of the items, and the fields of items that are objects:
    /// <c>OutputField.List(OutputField.Text)</c>, <c>OutputField.List(OutputField.Object(…))</c>.
    /// </summary>
    /// <param name="item">What each item is. <c>OutputType.List</c> alone says that the items are lists.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">
    /// The item has a description, options or items of its own: the platform has no place for them. Describe the list, or
    /// make the items objects.
    /// </exception>
    public static OutputField List(OutputField item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item is { Description: null, Options: null, ItemType: null, AdditionalFields: null })
        {
            return new OutputField { Type = OutputType.List, ItemType = item.Type, NestedStructure = item.NestedStructure };
        }

        throw new ArgumentException(
            "Of a list's items the platform can be told the type and the fields, but no description, options or items of their own: describe the list, or make the items objects.",
            nameof(item));
    }

    /// <summary>An object with these fields (<c>nested_structure</c>).</summary>
    /// <param name="fields">The fields in their order.</param>
    /// <returns>The field.</returns>
    public static OutputField Object(OutputFormat fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new OutputField { Type = OutputType.Object, NestedStructure = fields };
    }

    /// <summary>The same field with a description: <c>OutputField.Text.WithDescription("One sentence.")</c>.</summary>
    /// <param name="description">What the field is for; the model reads it.</param>
    /// <returns>A copy; this field stays as it is.</returns>
    public OutputField WithDescription(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return this with { Description = description };
    }
}
