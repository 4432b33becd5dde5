namespace TaskPlatform.Client;

/// <summary>The platform asked to slow down (429) and the attempts are used up, or it asked for a longer wait than <see cref="TaskPlatformRetryOptions.MaxRetryAfter"/>. The call was not carried out.</summary>
public sealed class TaskPlatformRateLimitException : TaskPlatformApiException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformRateLimitException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformRateLimitException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformRateLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
