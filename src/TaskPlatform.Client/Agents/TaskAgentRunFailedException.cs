namespace TaskPlatform.Client;

/// <summary>
/// A run of an agent failed on the platform, or its events broke off. What had come until then is in <see cref="Run"/>;
/// where they broke off, <see cref="TaskPlatformException.OutcomeUnknown"/> is true, and the run may go on and be charged.
/// </summary>
public sealed class TaskAgentRunFailedException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskAgentRunFailedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskAgentRunFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskAgentRunFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The agent that was to run; null when the exception was made without one.</summary>
    public Guid? AgentId { get; init; }

    /// <summary>The run as far as it came: its session, its text so far, the tools it called. Null when the exception was made without one.</summary>
    public TaskAgentRun? Run { get; init; }

    /// <summary>The platform's stable word for the reason (<c>error_code</c>), an open set; null where the events broke off or it was not told.</summary>
    public string? ErrorCode { get; init; }

    internal override string ErrorType => InnerException is TaskPlatformException cause ? cause.ErrorType : "run_failed";
}
