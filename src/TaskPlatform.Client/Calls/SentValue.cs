using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Calls;

/// <summary>
/// Whether what an update sent stands in a revision. What was left out fits anything; null fits what is missing, empty
/// or the platform's default.
/// </summary>
internal static class SentValue
{
    internal static bool Fits(Optional<string?> sent, string? found) => !sent.IsSet || (sent.Value ?? "") == (found ?? "");

    internal static bool Fits(Optional<JsonObject?> sent, JsonElement? found) => !sent.IsSet || JsonComparison.Same(sent.Value, found);

    internal static bool Fits<T>(Optional<T?> sent, T? found, T? usual = null)
        where T : struct
        => !sent.IsSet || EqualityComparer<T?>.Default.Equals(sent.Value ?? usual, found ?? usual);

    /// <summary>Ids in any order; a UUID in upper case is the same id.</summary>
    internal static bool Fits(OptionalList<ResourceId> sent, IEnumerable<ResourceId> found) =>
        !sent.IsSet || sent.Select(static id => id.Value).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(found.Select(static id => id.Value));

    /// <summary>Entries one by one in their order.</summary>
    internal static bool Fits<TSent, TFound>(OptionalList<TSent> sent, IReadOnlyList<TFound> found, Func<TSent, TFound, bool> same) =>
        !sent.IsSet || (sent.Count() == found.Count && sent.Zip(found, same).All(static fits => fits));

    /// <summary>
    /// Whether something was made after a call was sent. The platform leaves out a fraction of zero and at times the
    /// fraction altogether: then whole seconds are compared.
    /// </summary>
    internal static bool MadeSince(DateTimeOffset created, DateTimeOffset sentAt) =>
        created.UtcTicks % TimeSpan.TicksPerSecond == 0
            ? created.ToUnixTimeSeconds() >= sentAt.ToUnixTimeSeconds()
            : created >= sentAt;
}
