using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Finds the contract of a wire type: ours where we have one, so that a stranger's serializer with its own naming or
/// null policy sends the same bytes; the caller's for types that are the caller's.
/// </summary>
internal static class WireContract
{
    internal static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options) => Ours<T>.Contract ?? (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static class Ours<T>
    {
        internal static readonly JsonTypeInfo<T>? Contract =
            (JsonTypeInfo<T>?)((IJsonTypeInfoResolver)TaskPlatformJsonContext.Default).GetTypeInfo(typeof(T), TaskPlatformJsonContext.Default.Options);
    }
}
