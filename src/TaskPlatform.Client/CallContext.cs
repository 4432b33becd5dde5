namespace TaskPlatform.Client;

/// <summary>What travels with a call beside its request: the caller's options and the facts an exception should carry.</summary>
internal readonly record struct CallContext(RequestOptions? Options = null, Guid? TaskId = null, string? Reference = null);
