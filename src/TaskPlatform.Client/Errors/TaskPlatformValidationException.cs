namespace TaskPlatform.Client;

/// <summary>The platform refused the request as malformed (400 or 422). Repeating it unchanged is pointless; see <see cref="TaskPlatformApiException.Issues"/>.</summary>
public sealed class TaskPlatformValidationException : TaskPlatformApiException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformValidationException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformValidationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
