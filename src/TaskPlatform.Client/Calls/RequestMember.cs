namespace TaskPlatform.Client.Calls;

/// <summary>A member of a partial update: its key on the wire, and whether setting it makes a new revision.</summary>
internal readonly record struct RequestMember<TRequest>(string Key, bool MakesRevision, Func<TRequest, bool> IsSet);
