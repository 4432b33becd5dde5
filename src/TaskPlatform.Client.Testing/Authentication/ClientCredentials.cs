using System.Text;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Authentication;

/// <summary>A client's id and secret, from the Basic header or from the form; RFC 6749 §2.3.1 forbids both at once.</summary>
internal sealed record ClientCredentials(string? Id, string? Secret)
{
    public static bool TryRead(FakeRequest request, Dictionary<string, string> form, out ClientCredentials? credentials)
    {
        var inForm = new ClientCredentials(form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret"));
        credentials = inForm;
        if (request.Authorization is not { } header)
        {
            return true;
        }

        credentials = inForm.Secret is null ? FromBasic(header) : null;
        return credentials is not null;
    }

    private static ClientCredentials? FromBasic(string header)
    {
        const string Scheme = "Basic ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        byte[] bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..], bytes, out int length))
        {
            return null;
        }

        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new ClientCredentials(Form.Decode(pair[..colon]), Form.Decode(pair[(colon + 1)..]));
    }
}
