using System.Net;
using System.Text;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Http;

/// <summary>Turns an error answer, whatever its status, shape and content type, into the one exception it means.</summary>
internal static class ErrorReader
{
    private const string MissingAuthentication = "MISSING_AUTHENTICATION";

    internal static TaskPlatformApiException Read(HttpResponseMessage response, ReadOnlySpan<byte> body, TimeSpan? retryAfter, SecretMask secrets)
    {
        string text = secrets.Mask(Encoding.UTF8.GetString(body));
        ErrorAnswer answer = ErrorBody.Parse(text, response.StatusCode);
        answer = answer with
        {
            RequestId = answer.RequestId ?? ResponseHeader.Find(response.Headers, ResponseHeader.RequestId),
            RetryAfter = retryAfter,
        };
        return Create(answer, ErrorMessage.Compose(answer));
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
