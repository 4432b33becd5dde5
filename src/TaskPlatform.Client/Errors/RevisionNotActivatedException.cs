namespace TaskPlatform.Client;

/// <summary>
/// An update succeeded, but its new revision was not made live. Don't repeat the update, which would make another
/// revision: activate <see cref="NewRevisionId"/>, or look into <see cref="TaskUpdate"/> or <see cref="AgentUpdate"/>
/// when it is null. <see cref="Exception.InnerException"/> says why, where a call failed.
/// </summary>
public sealed class RevisionNotActivatedException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public RevisionNotActivatedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public RevisionNotActivatedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public RevisionNotActivatedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The new revision, or null when the update made none or it can't be told which it is.</summary>
    public Guid? NewRevisionId { get; init; }

    /// <summary>The update that succeeded, for tasks; null for agents.</summary>
    public TaskUpdateResult? TaskUpdate { get; init; }

    /// <summary>The update that succeeded, for task agents; null for tasks.</summary>
    public TaskAgentUpdateResult? AgentUpdate { get; init; }
}
