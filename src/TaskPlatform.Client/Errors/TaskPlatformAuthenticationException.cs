namespace TaskPlatform.Client;

/// <summary>The platform did not accept the credentials (401, or 403 <c>MISSING_AUTHENTICATION</c>), or no token was to be had; then <see cref="Exception.InnerException"/> says why.</summary>
public sealed class TaskPlatformAuthenticationException : TaskPlatformApiException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformAuthenticationException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformAuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal override string ErrorType => StatusCode is null ? "no_token" : base.ErrorType;
}
