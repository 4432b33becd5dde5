using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client;

/// <summary>
/// The caller cancelled a call. It is an <see cref="OperationCanceledException"/> with the caller's token, and says
/// besides what is known of the call, so that a cancelled run is not lost.
/// </summary>
public sealed class TaskPlatformCanceledException : OperationCanceledException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformCanceledException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was cancelled.</param>
    public TaskPlatformCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception with its cause and the caller's token.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <param name="token">The caller's token.</param>
    public TaskPlatformCanceledException(string message, Exception? innerException, CancellationToken token)
        : base(message, innerException, token)
    {
    }

    /// <inheritdoc cref="TaskPlatformException.Message"/>
    public override string Message => base.Message + LostRun.Advice(OutcomeUnknown, Reference);

    /// <summary>The message as it was made.</summary>
    internal string OwnMessage => base.Message;

    /// <inheritdoc cref="TaskPlatformException.OutcomeUnknown"/>
    public bool OutcomeUnknown { get => field || Facts?.OutcomeUnknown == true; init; }

    /// <inheritdoc cref="TaskPlatformException.Attempts"/>
    public IReadOnlyList<RequestAttempt> Attempts { get => field ?? Facts?.Attempts ?? []; init; }

    /// <inheritdoc cref="TaskPlatformException.TaskId"/>
    public Guid? TaskId { get => field ?? Facts?.TaskId; init; }

    /// <inheritdoc cref="TaskPlatformException.Reference"/>
    public string? Reference { get => field ?? Facts?.Reference; init; }

    /// <inheritdoc cref="TaskPlatformException.SentAt"/>
    public DateTimeOffset? SentAt { get => field ?? Facts?.SentAt; init; }

    /// <inheritdoc cref="TaskPlatformException.RunId"/>
    public Guid? RunId { get => field ?? Facts?.RunId; init; }

    /// <inheritdoc cref="TaskPlatformException.FallbackError"/>
    public TaskPlatformException? FallbackError { get; internal set; }

    internal CallFacts? Facts { get; set; }

    /// <summary>For a call that waited to be sent when its caller cancelled, or when the many runs it belongs to were stopped.</summary>
    internal static TaskPlatformCanceledException WhileWaiting(OperationCanceledException cause, CancellationToken token) => new(
        token.IsCancellationRequested
            ? "The caller cancelled while the call was waiting to be sent."
            : "The runs it belongs to were stopped while the call was waiting to be sent.",
        cause,
        token);
}
