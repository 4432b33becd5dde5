using System.Net;

namespace TaskPlatform.Client.Http;

/// <summary>A file may be handed out elsewhere: one redirect is followed, over https (or on loopback), without the bearer.</summary>
internal static class FileRedirect
{
    internal static Uri? Target(AttemptResult result, Uri asked) =>
        result.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && result.Headers?.Location is { } location
        && Uri.TryCreate(asked, location, out Uri? target)
        && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && target.IsLoopback && asked.IsLoopback))
            ? target
            : null;
}
