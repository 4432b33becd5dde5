namespace TaskPlatform.Client;

/// <summary>What fills a route's template, in order, and the query behind it, already escaped, with its question mark.</summary>
internal readonly record struct RouteValues(Guid First, Guid Second = default, string? Name = null, string? Query = null);
