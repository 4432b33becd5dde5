using System.Net;
using TaskPlatform.Client.Http.Attempts;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>A file may be handed out elsewhere: one redirect is followed, over https (or on loopback), without the bearer and without the caller's headers.</summary>
internal static class FileRedirect
{
    /// <summary>Where the answer sends the call on to, or null where that is not followed.</summary>
    internal static Uri? Target(AttemptResult result, Uri asked) =>
        result.StatusCode is { } status && IsRedirect(status)
        && result.Headers?.Location is { } location
        && Uri.TryCreate(asked, location, out Uri? target)
        && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && target.IsLoopback && asked.IsLoopback))
            ? target
            : null;

    internal static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    internal static RequestDraft Follow(RequestDraft first, Uri target) => new()
    {
        Method = first.Method,
        Address = target,
        Kind = first.Kind,
        AnswerLimit = first.AnswerLimit,
        MaxAttempts = first.MaxAttempts,
        Form = AnswerForm.File,
        Authorized = false,
    };
}
