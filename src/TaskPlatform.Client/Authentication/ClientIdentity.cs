using System.Text;

namespace TaskPlatform.Client.Authentication;

/// <summary>The OAuth client that asks for a token; without a secret it is a public client, without an id nobody.</summary>
internal sealed class ClientIdentity(string? id, string? secret, ClientAuthentication way)
{
    /// <summary>Makes the grant with these fields and this client's way of showing who it is.</summary>
    /// <param name="repeatable">Whether the request may be sent again.</param>
    /// <param name="token">The secret among the fields, if there is one.</param>
    /// <param name="fields">The fields of the form that are the grant's own.</param>
    internal TokenGrant Grant(bool repeatable, string? token, params ReadOnlySpan<FormField> fields)
    {
        List<FormField> form = [.. fields];
        string? basic = secret is not null && way == ClientAuthentication.Basic ? Basic(id!, secret) : null;
        if (id is not null && basic is null)
        {
            form.Add(new("client_id", id));
        }

        if (secret is not null && basic is null)
        {
            form.Add(new("client_secret", secret));
        }

        return new TokenGrant(form, basic, Known(token, secret, basic), repeatable);
    }

    private static List<string> Known(params string?[] secrets)
    {
        var known = new List<string>(secrets.Length);
        foreach (string? secret in secrets)
        {
            if (secret is not null)
            {
                known.Add(secret);
            }
        }

        return known;
    }

    // RFC 6749, section 2.3.1: each half is form-url-encoded before the two are joined, so that a colon in the id or a
    // letter outside ASCII in the secret survives.
    private static string Basic(string id, string secret) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{FormUrl.Encode(id)}:{FormUrl.Encode(secret)}"));
}
