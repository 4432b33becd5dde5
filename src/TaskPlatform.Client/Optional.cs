using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// A value of a partial update that may be left out. <c>default</c> is left out of the body; null is sent as JSON
/// null; anything else is sent as itself.
/// </summary>
/// <typeparam name="T">The type of the value; nullable where the platform takes null.</typeparam>
/// <remarks>
/// Values convert implicitly: <c>Annotation = null</c> sends null. In a conditional use <see cref="Optional.Unset"/>
/// for the branch that leaves the value out: <c>cond ? "new" : default</c> makes a null string, which is sent.
/// </remarks>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T value;

    /// <summary>Makes a value that is sent, null included.</summary>
    /// <param name="value">The value to send.</param>
    public Optional(T value)
    {
        this.value = value;
        IsSet = true;
    }

    /// <summary>Whether the value is sent. False for <c>default</c>, which leaves it out of the body.</summary>
    public bool IsSet { get; }

    /// <summary>The value to send, null included.</summary>
    /// <exception cref="InvalidOperationException">The value is left out (<see cref="IsSet"/> is false).</exception>
    public T Value => IsSet ? value : throw new InvalidOperationException("This value is left out: look at IsSet first.");

    /// <summary>Gives the value when there is one.</summary>
    /// <param name="value">The value to send, or the type's default when it is left out.</param>
    /// <returns>Whether the value is sent.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = this.value;
        return IsSet;
    }

    /// <summary>The value to send, or the type's default when it is left out.</summary>
    public T? GetValueOrDefault() => value;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsSet ? HashCode.Combine(true, value) : 0;

    /// <summary>Says whether the value is set, never what it is: prompts do not belong in logs.</summary>
    public override string ToString() => !IsSet ? "(left out)" : value is null ? "(null)" : "(set)";

    /// <summary>Makes a value that is sent, null included.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Leaves the value out.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator Optional<T>(OptionalUnset _) => default;

    /// <summary>Whether both are left out, or both are sent with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is left out and the other not, or the values differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}

/// <summary>Helps with values of <see cref="Optional{T}"/>.</summary>
public static class Optional
{
    /// <summary>Leaves a value or a list out of the body. Made for conditionals: <c>cond ? "new" : Optional.Unset</c>.</summary>
    public static OptionalUnset Unset => default;
}
