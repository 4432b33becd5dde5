using System.Net;
using System.Text;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Serialization;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Turns an error answer, whatever its status, shape and content type, into the one exception it means.</summary>
internal static class ErrorReader
{
    private const string MissingAuthentication = "MISSING_AUTHENTICATION";
    private const int KeptText = 16 * 1024;

    internal static TaskPlatformApiException Read(ErrorContext context, ReadOnlyMemory<byte> body, bool isWhole, SecretMask secrets)
    {
        HttpResponseMessage response = context.Response;
        string text = Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF');
        text = isWhole ? secrets.Mask(text) : secrets.MaskBeginning(text.TrimEnd('\uFFFD'));

        // Read from the bytes and masked once more after it: in JSON a secret may be written with escapes.
        ErrorAnswer answer = ErrorBody.Parse(UnicodeRepair.Clean(body), text, response.StatusCode);
        answer = answer with
        {
            Reason = secrets.Mask(answer.Reason),
            Message = secrets.Mask(answer.Message) is { } words ? Excerpt.Of(words, KeptText) : null,
            Issues = [.. answer.Issues.Select(issue => new ValidationIssue(secrets.Mask(issue.Location), secrets.Mask(issue.Message), secrets.Mask(issue.Type)))],
            RequestId = secrets.Mask(answer.RequestId ?? ResponseHeader.Find(response.Headers, ResponseHeader.RequestId)),
            Headers = response.Headers,
            RetryAfter = context.RetryAfter,
            Body = text.Length == 0 ? null : Excerpt.Of(text, KeptText),
        };
        return Create(answer, ErrorMessage.Compose(answer, context));
    }

    private static TaskPlatformApiException Create(ErrorAnswer answer, string message) => answer.StatusCode switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new TaskPlatformValidationException(message) { Answer = answer },
        HttpStatusCode.Unauthorized => new TaskPlatformAuthenticationException(message) { Answer = answer },
        HttpStatusCode.Forbidden when answer.Reason == MissingAuthentication => new TaskPlatformAuthenticationException(message) { Answer = answer },
        HttpStatusCode.Forbidden => new TaskPlatformPermissionException(message) { Answer = answer },
        HttpStatusCode.NotFound => new TaskPlatformNotFoundException(message) { Answer = answer },
        HttpStatusCode.TooManyRequests => new TaskPlatformRateLimitException(message) { Answer = answer },
        _ => new TaskPlatformApiException(message) { Answer = answer },
    };
}
