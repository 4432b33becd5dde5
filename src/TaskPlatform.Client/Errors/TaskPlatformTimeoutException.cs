namespace TaskPlatform.Client;

/// <summary>A time limit of the client ran out. Whether the call was carried out is said by <see cref="TaskPlatformException.OutcomeUnknown"/>.</summary>
public sealed class TaskPlatformTimeoutException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformTimeoutException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Which limit ran out.</summary>
    public TimeLimit Limit { get; init; }

    /// <summary>How long the limit was.</summary>
    public TimeSpan Duration { get; init; }

    internal override string ErrorType => "timeout";
}
