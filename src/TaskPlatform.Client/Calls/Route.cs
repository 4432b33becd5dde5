namespace TaskPlatform.Client.Calls;

/// <summary>
/// An endpoint as data: what is sent where, what comes back, how dear it is, and what spans call it. Ids stand in the
/// template in braces and are filled in order.
/// </summary>
internal sealed record Route<TRequest, TResponse>(HttpMethod Method, string Template, CallKind Kind, string Operation);

/// <summary>What kind of call it is: decides the time limit and what may be repeated.</summary>
internal enum CallKind
{
    /// <summary>A paid run: repeated only on evidence that it was not carried out.</summary>
    Run,

    /// <summary>A change that may make a revision: repeated like a run.</summary>
    Update,

    /// <summary>Reads only: may be repeated freely.</summary>
    Read,

    /// <summary>A token request that mints: may be repeated freely.</summary>
    Token,
}
