namespace TaskPlatform.Client.Calls;

/// <summary>
/// What fills a route's template: ids in order where its holes end in <c>_id</c>, the name in any other; and the query
/// behind it, already escaped, with its question mark.
/// </summary>
internal readonly record struct RouteValues(Guid First = default, Guid Second = default, string? Name = null, string? Query = null);
