using System.Diagnostics;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Text that must not be seen, such as a task's <c>access_token</c>: printed, logged or looked at in a debugger it is
/// <c>***</c>. Only <see cref="Reveal"/> and JSON give the text itself.
/// </summary>
[JsonConverter(typeof(SecretTextConverter))]
[DebuggerDisplay("***")]
public readonly struct SecretText : IEquatable<SecretText>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? text;

    /// <summary>Hides a text.</summary>
    /// <param name="value">The text to hide.</param>
    public SecretText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        text = value;
    }

    /// <summary>Gives the text itself; empty for <c>default</c>. Keep it out of logs and messages.</summary>
    public string Reveal() => text ?? "";

    /// <inheritdoc/>
    public bool Equals(SecretText other) => Reveal() == other.Reveal();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SecretText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>Whether both hide the same text.</summary>
    public static bool operator ==(SecretText left, SecretText right) => left.Equals(right);

    /// <summary>Whether the two hide different texts.</summary>
    public static bool operator !=(SecretText left, SecretText right) => !left.Equals(right);
}
