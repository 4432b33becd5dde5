using System.Net.Http.Headers;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>Makes the header of a token once for all attempts that carry it.</summary>
internal sealed class BearerHeader
{
    private Made? last;

    internal AuthenticationHeaderValue? Of(BearerToken? bearer)
    {
        if (bearer is null)
        {
            return null;
        }

        Made? made = last;
        if (made is null || !ReferenceEquals(made.Bearer, bearer))
        {
            last = made = new Made(bearer);
        }

        return made.Header;
    }

    // Both in one object, so that no caller sees one token's header with another token.
    private sealed class Made(BearerToken bearer)
    {
        internal BearerToken Bearer => bearer;

        internal AuthenticationHeaderValue Header { get; } = new("Bearer", bearer.Token);
    }
}
