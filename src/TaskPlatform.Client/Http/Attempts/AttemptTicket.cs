using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>
/// Goes with one attempt in the request's <c>Options</c>: the bearer for the innermost link, and the right to be sent.
/// A POST may be sent once; a handler of the host that sends it again is refused, whatever it believes.
/// </summary>
internal sealed class AttemptTicket(AuthenticationHeaderValue? authorization, Uri origin, bool onceOnly)
{
    internal static readonly HttpRequestOptionsKey<AttemptTicket> Key = new("TaskPlatform.Client.AttemptTicket");

    private int uses;

    /// <summary>The header with the token, to be put on; null for requests that carry none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal AuthenticationHeaderValue? Authorization { get; } = authorization;

    /// <summary>Whether it goes to another origin than the platform's: nothing of the caller's context goes with it.</summary>
    internal bool LeavesPlatform { get; init; }

    /// <summary>Whether a second sending was refused: then some handler tried to repeat a call that may have been carried out.</summary>
    internal bool RepeatRefused { get; private set; }

    /// <summary>Whether the request reached the innermost link at all.</summary>
    internal bool Used => Volatile.Read(ref uses) > 0;

    /// <summary>The status the network itself gave; null when it gave none. What a handler of the host answers in its place is no evidence.</summary>
    internal HttpStatusCode? Answered { get; set; }

    internal void Use(Uri? address)
    {
        if (Authorization is not null && !ReferenceEquals(address, origin) && (address is null || Uri.Compare(address, origin, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0))
        {
            throw new TaskPlatformException($"A handler turned the request away from {origin.Authority} to {address?.Authority}: the bearer goes to the API's origin only, so nothing was sent.");
        }

        if (Interlocked.Increment(ref uses) > 1 && onceOnly)
        {
            RepeatRefused = true;
            throw new RepeatRefusedException();
        }
    }

    /// <summary>Shows nothing: the ticket lies in the request's options, where a host's logger may look.</summary>
    public override string ToString() => "***";
}
