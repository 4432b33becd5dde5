namespace TaskPlatform.Client;

/// <summary>The credentials are good but lack a permission (403).</summary>
public sealed class TaskPlatformPermissionException : TaskPlatformApiException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformPermissionException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformPermissionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformPermissionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
