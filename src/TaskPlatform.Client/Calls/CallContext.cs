namespace TaskPlatform.Client.Calls;

/// <summary>What travels with a call beside its request: the caller's options and the facts an exception should carry.</summary>
internal readonly record struct CallContext(RequestOptions? Options = null, Guid? TaskId = null, string? Reference = null)
{
    /// <summary>Told of a call whose outcome is unknown; null when nobody looks for it later.</summary>
    internal LostCalls? Lost { get; init; }

    /// <summary>The run the call is about, where it is known beforehand.</summary>
    internal Guid? RunId { get; init; }
}
