using System.Text;

namespace TaskPlatform.Client.Calls;

/// <summary>Writes the query of an address, escaped, with its question mark. What is null is left out.</summary>
internal static class QueryText
{
    internal static StringBuilder Query(this StringBuilder query, string name, string? value) => value is null
        ? query
        : query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

    internal static StringBuilder Query(this StringBuilder query, string name, Guid? value) => query.Query(name, value?.ToString());

    internal static StringBuilder Query(this StringBuilder query, string name, bool? value) =>
        query.Query(name, value switch { true => "true", false => "false", null => null });
}
