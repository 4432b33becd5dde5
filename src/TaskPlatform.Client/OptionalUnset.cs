using System.ComponentModel;

namespace TaskPlatform.Client;

/// <summary>The type of <see cref="Optional.Unset"/>; converts to every <see cref="Optional{T}"/> and <see cref="OptionalList{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OptionalUnset;
