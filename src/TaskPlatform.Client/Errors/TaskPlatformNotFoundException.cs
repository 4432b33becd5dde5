namespace TaskPlatform.Client;

/// <summary>The task, agent, revision, run or file does not exist or is not visible to the caller (404).</summary>
public sealed class TaskPlatformNotFoundException : TaskPlatformApiException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformNotFoundException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
