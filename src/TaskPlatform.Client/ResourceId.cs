using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// The id of something the platform keeps, as text: most are UUIDs, but older documents call these ids strings.
/// </summary>
/// <remarks>Converts implicitly from <see cref="Guid"/> and from text; the text is sent as given.</remarks>
[JsonConverter(typeof(WireWordConverter<ResourceId>))]
public readonly record struct ResourceId : IParsable<ResourceId>
{
    private readonly string? text;

    /// <summary>Makes an id from its text.</summary>
    /// <param name="value">The id as the platform writes it.</param>
    public ResourceId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        text = value;
    }

    /// <summary>Makes an id from a UUID.</summary>
    /// <param name="value">The id.</param>
    public ResourceId(Guid value) => text = value.ToString();

    /// <summary>The id as the platform writes it; empty for <c>default</c>, never null.</summary>
    public string Value => text ?? "";

    /// <summary>Reads the id as a UUID.</summary>
    /// <param name="id">The UUID, when the text is one. Version bits are not looked at: the platform's are not RFC ones.</param>
    /// <returns>Whether the text is a UUID.</returns>
    public bool TryGetGuid(out Guid id) => Guid.TryParse(text, out id);

    /// <inheritdoc/>
    public bool Equals(ResourceId other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The id as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ResourceId Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResourceId result)
    {
        result = s is null ? default : new(s);
        return s is not null;
    }

    /// <summary>Makes an id from a UUID.</summary>
    public static implicit operator ResourceId(Guid value) => new(value);

    /// <summary>Makes an id from its text.</summary>
    public static implicit operator ResourceId(string value) => new(value);
}
