namespace TaskPlatform.Client;

/// <summary>The connection could not be made or was lost; <see cref="Exception.InnerException"/> says why.</summary>
public sealed class TaskPlatformConnectionException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformConnectionException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal override string ErrorType => "connection";
}
