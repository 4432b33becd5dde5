using System.Globalization;
using System.Text;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>
/// The address everything of one project lies under: <c>{base}/org/{org}/project/{project}/</c>; or the base itself, for
/// what belongs to no project. Joins by text, because <c>new Uri(base, "/org/…")</c> drops the base's own path.
/// </summary>
internal sealed class ProjectAddress
{
    private readonly string prefix;
    private readonly AddressCache known = new();

    /// <summary>The base itself.</summary>
    internal ProjectAddress(Uri baseAddress)
    {
        string root = baseAddress.GetLeftPart(UriPartial.Path);
        Base = new Uri(root.EndsWith('/') ? root : root + "/");
        prefix = Base.AbsoluteUri;
    }

    internal ProjectAddress(Uri baseAddress, Guid organizationId, Guid projectId)
        : this(baseAddress)
    {
        prefix = string.Create(CultureInfo.InvariantCulture, $"{Base.AbsoluteUri}org/{organizationId}/project/{projectId}/");
    }

    /// <summary>The API's base, with its final slash.</summary>
    internal Uri Base { get; }

    /// <summary>How much of a path stands before the slash behind the project's id; nought for what belongs to no project.</summary>
    internal static int PrefixLength(string path)
    {
        const string Project = "/project/";
        int id = path.IndexOf(Project, StringComparison.Ordinal);
        return id < 0 ? 0 : Math.Max(path.IndexOf('/', id + Project.Length), 0);
    }

    /// <summary>Fills a route's template, ids in order and the name where no id stands, and adds the query.</summary>
    internal Uri Resolve(string template, RouteValues values) =>
        values is { Second: var second, Name: null, Query: null or "" } && second == default
            ? known.Find(template, values.First) ?? known.Keep(template, values.First, new Uri(Fill(template, values)))
            : new Uri(Fill(template, values));

    private string Fill(string template, RouteValues values)
    {
        var address = new StringBuilder(prefix, prefix.Length + template.Length + 128);
        int filled = 0;
        for (int at = 0; at < template.Length;)
        {
            int open = template.IndexOf('{', at);
            if (open < 0)
            {
                address.Append(template, at, template.Length - at);
                break;
            }

            address.Append(template, at, open - at);
            at = template.IndexOf('}', open) + 1;
            address.Append(template.AsSpan(open, at - open).EndsWith("_id}", StringComparison.Ordinal)
                ? Id(filled++ == 0 ? values.First : values.Second)
                : Uri.EscapeDataString(values.Name ?? ""));
        }

        return address.Append(values.Query).ToString();
    }

    private static string Id(Guid id) => id == Guid.Empty
        ? throw new ArgumentException("The id is empty (all zeros); nothing was sent.", nameof(id))
        : id.ToString();

    /// <summary>
    /// Resolves a <c>download_url</c>, which may be a model's own text: only an address under this project is used. It
    /// is relative to the API's base, whether it starts with a slash or not.
    /// </summary>
    internal Uri ResolveDownload(string downloadUrl)
    {
        // On Unix a text like "/org/…" parses as an absolute file address, so only web addresses count as absolute.
        bool absolute = Uri.TryCreate(downloadUrl, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!absolute && !Uri.TryCreate(Base, downloadUrl.StartsWith("//", StringComparison.Ordinal) ? downloadUrl : downloadUrl.TrimStart('/'), out address))
        {
            throw new TaskPlatformException("The file's download_url is no address: nothing was sent.");
        }

        return address!.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal) && !HidesDots(address.AbsolutePath)
            ? address
            : throw new TaskPlatformException($"The file's download_url leads to {address.Scheme}://{address.Authority}, outside of this project's address: nothing was sent.");
    }

    /// <summary>Resolves a path of the caller's under this project, its query included.</summary>
    internal Uri ResolvePath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var address = new Uri(prefix + path);
        return address.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal) && !HidesDots(address.AbsolutePath)
            ? address
            : throw RawPath.Refused("it leads out of it", nameof(path));
    }

    // Uri resolves plain dot segments; encoded ones, slashes encoded too, may be resolved by a server behind it.
    private static bool HidesDots(string path)
    {
        for (string before = ""; before != path; path = Uri.UnescapeDataString(before))
        {
            before = path;
            if (path.Split('/', '\\').Any(static segment => segment is "." or ".."))
            {
                return true;
            }
        }

        return false;
    }
}
