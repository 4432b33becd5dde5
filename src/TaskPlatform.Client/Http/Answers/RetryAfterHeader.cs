using System.Net.Http.Headers;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>Reads how long an answer asks to wait.</summary>
internal static class RetryAfterHeader
{
    /// <summary>Seconds as they stand; a date against the answer's own <c>Date</c>, so that a wrong clock here does no harm. Never negative.</summary>
    internal static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        RetryConditionHeaderValue? value = headers.RetryAfter;
        TimeSpan? wait = value?.Delta ?? (value?.Date - (headers.Date ?? time.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
