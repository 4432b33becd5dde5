using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

/// <summary>
/// The shape of a task's JSON answer (<c>output_format</c>): field names and what each holds, in the order the model
/// sees. Names are 1 to 64 letters, digits, <c>_</c>, <c>.</c> or <c>-</c>.
/// </summary>
/// <remarks>
/// <para><c>new OutputFormat { ["ok"] = OutputField.Boolean, ["why"] = OutputField.Text.WithDescription("…") }</c>, or from a
/// type of yours: <c>OutputFormat.For(MyContext.Default.Answer)</c>.</para>
/// <para>Made once and not changed any more. What was read is written back exactly as it came (<see cref="Raw"/>).</para>
/// </remarks>
[JsonConverter(typeof(OutputFormatConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "The name is promised and is the wire's.")]
public sealed record OutputFormat : IReadOnlyDictionary<string, OutputField>
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, OutputField> fields = new(StringComparer.Ordinal);

    /// <summary>Makes an empty format, to be filled by an initializer.</summary>
    public OutputFormat()
    {
    }

    /// <summary>Makes a format from fields in their order, for example those of another format and one more.</summary>
    /// <param name="fields">The fields; of two with one name the later one counts.</param>
    public OutputFormat(IEnumerable<KeyValuePair<string, OutputField>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach ((string name, OutputField field) in fields)
        {
            Set(name, field);
        }
    }

    /// <summary>What the platform wrote, of whatever kind; null for a format made here.</summary>
    public JsonElement? Raw { get; internal init; }

    /// <summary>How many fields there are.</summary>
    public int Count => names.Count;

    /// <summary>The names in their order.</summary>
    public IEnumerable<string> Keys => names;

    /// <summary>The fields in their order.</summary>
    public IEnumerable<OutputField> Values => names.Select(name => fields[name]);

    /// <summary>The field of a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no field of this name.</exception>
    public OutputField this[string key]
    {
        get => fields[key];
        init => Set(key, value);
    }

    /// <summary>
    /// The format that asks for answers of a type of yours, so that <c>RunAsync</c> with the same contract reads them: its
    /// properties in their order, under the names the contract writes.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Text, dates, times, ids and addresses are <c>str</c>; whole numbers <c>int</c>; others, decimals too, <c>number</c>;
    /// lists, arrays and nested objects what they hold. An enum written as text is <c>str</c> with its names, as they are
    /// written, as <c>options</c>. A nullable value counts as its value: the platform has no word for it.
    /// </para>
    /// <para>
    /// A <c>[Description]</c> (<see cref="System.ComponentModel.DescriptionAttribute"/>) on a property, or on a record's
    /// parameter, becomes the field's. For .NET 8 write it on the property (<c>[property: Description("…")]</c>). The code
    /// generator that comes with .NET 8 leaves attributes out of contracts, so there are no descriptions from them:
    /// reference System.Text.Json 9 or later as a package, or set them by hand.
    /// </para>
    /// <para>
    /// Left out is what no answer can set: ignored properties, computed ones, extension data. For .NET 8 a contract does
    /// not tell a computed property from one that a constructor sets, and such a property is refused until it has an
    /// <c>init</c> or is ignored.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The type of the answers: one that is written as a JSON object.</typeparam>
    /// <param name="typeInfo">The type's JSON contract, from your source-generated context.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentException">
    /// The platform can't be told what the type says; the message names the property. So it is with types that hold
    /// themselves, dictionaries, families of types, enums written as numbers, <c>[Flags]</c>, lists of lists or of enums,
    /// converters of your own, any JSON, and names the platform does not take.
    /// </exception>
    public static OutputFormat For<T>(JsonTypeInfo<T> typeInfo)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return ContractFormat.Of(typeInfo);
    }

    /// <summary>
    /// Whether another format asks for the same answers: for example whether a revision still has the format of your type.
    /// The platform's two words for a type are one, and so are a word alone and an object; the order and keys without a
    /// member here don't count.
    /// </summary>
    /// <param name="other">The other format; null counts as empty.</param>
    /// <returns>True when both have the same fields with the same types, descriptions and options.</returns>
    public bool IsSameAs(OutputFormat? other) => RevisionParts.Same(this, other);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => fields.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out OutputField value) => fields.TryGetValue(key, out value);

    /// <summary>Goes through the fields in their order.</summary>
    public IEnumerator<KeyValuePair<string, OutputField>> GetEnumerator() =>
        names.Select(name => KeyValuePair.Create(name, fields[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Set(string name, OutputField field)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(field);
        if (!fields.ContainsKey(name))
        {
            names.Add(name);
        }

        fields[name] = field;
    }

    // Names and descriptions are part of what the model is told.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Count = {Count}");
        return true;
    }
}
