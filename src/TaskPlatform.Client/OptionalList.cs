using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// A list of a partial update that may be left out. <c>default</c> is left out of the body, null is sent as JSON null,
/// <c>[]</c> as an empty list, anything else as itself.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// Takes collection expressions and arrays: <c>Tags = []</c>, <c>Tags = [first, second]</c>, <c>Tags = null</c>. For any
/// other sequence use <see cref="OptionalList.From{T}(IEnumerable{T}?)"/>; for the branch of a conditional that leaves
/// the list out, <see cref="Optional.Unset"/>. The items are copied: a change of the source afterwards is not sent.
/// </remarks>
[CollectionBuilder(typeof(OptionalList), nameof(OptionalList.Create))]
[JsonConverter(typeof(OptionalListConverterFactory))]
[SuppressMessage("Naming", "CA1710", Justification = "The name is promised; it says what the type is for.")]
public readonly struct OptionalList<T> : IEquatable<OptionalList<T>>, IEnumerable<T>
{
    private readonly T[]? items;

    internal OptionalList(T[]? items)
    {
        this.items = items;
        IsSet = true;
    }

    /// <summary>Whether the list is sent, as null or as a list. False for <c>default</c>, which leaves it out of the body.</summary>
    public bool IsSet { get; }

    /// <summary>Whether null is sent.</summary>
    public bool IsNull => IsSet && items is null;

    /// <summary>The items to send; null when null is sent.</summary>
    /// <exception cref="InvalidOperationException">The list is left out (<see cref="IsSet"/> is false).</exception>
    public IReadOnlyList<T>? Value => IsSet ? items : throw new InvalidOperationException("This list is left out: look at IsSet first.");

    /// <summary>Goes through the items to send; none when the list is left out or null.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(OptionalList<T> other) =>
        IsSet == other.IsSet
        && (items is null ? other.items is null : other.items is not null && items.AsSpan().SequenceEqual(other.items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(IsSet);
        foreach (T item in items ?? [])
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Says whether the list is set and how long it is, never what is in it.</summary>
    public override string ToString() => !IsSet ? "(left out)" : items is null ? "(null)" : $"({items.Length} items)";

    /// <summary>Makes a list that is sent; a null array is sent as null.</summary>
    public static implicit operator OptionalList<T>(T[]? items) => new(items is null ? null : [.. items]);

    /// <summary>Leaves the list out.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static implicit operator OptionalList<T>(OptionalUnset _) => default;

    /// <summary>Whether both are left out, both null, or both hold equal items in the same order.</summary>
    public static bool operator ==(OptionalList<T> left, OptionalList<T> right) => left.Equals(right);

    /// <summary>Whether the two differ in being left out, in being null, or in their items.</summary>
    public static bool operator !=(OptionalList<T> left, OptionalList<T> right) => !left.Equals(right);
}

/// <summary>Makes values of <see cref="OptionalList{T}"/>.</summary>
public static class OptionalList
{
    /// <summary>Makes a list that is sent from any sequence; null is sent as null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, copied now; null to send null.</param>
    public static OptionalList<T> From<T>(IEnumerable<T>? items) => new(items?.ToArray());

    /// <summary>Makes a list that is sent from the items of a collection expression.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, copied now.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static OptionalList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
