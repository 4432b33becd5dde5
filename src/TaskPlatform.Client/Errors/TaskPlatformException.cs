using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client;

/// <summary>A call to the task platform failed. The base of all exceptions of this client but the caller's own cancellation and mistakes in arguments.</summary>
public class TaskPlatformException : Exception
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What happened and what to do; no content, no secret. For a run whose outcome is unknown and that has a reference it ends by saying how to look for the run.</summary>
    public override string Message => base.Message + LostRun.Advice(OutcomeUnknown, Reference);

    /// <summary>The message as it was made.</summary>
    internal string OwnMessage => base.Message;

    /// <summary>
    /// Whether the platform may have carried the call out although it failed: a run may be stored and charged, a
    /// revision may exist. Don't repeat the call before you have looked. False means that what became of it is known: it
    /// was not carried out, unless this exception itself holds a run or an update.
    /// </summary>
    public bool OutcomeUnknown { get => field || Facts?.OutcomeUnknown == true; init; }

    /// <summary>All attempts of the call in order; empty when nothing was sent.</summary>
    public IReadOnlyList<RequestAttempt> Attempts { get => field ?? Facts?.Attempts ?? []; init; }

    /// <summary>The task the call was about, or null for agents and token requests.</summary>
    public Guid? TaskId { get => field ?? Facts?.TaskId; init; }

    /// <summary>The run's reference as it was sent (<c>task_reference</c>), to find the run by; null when none was sent.</summary>
    public string? Reference { get => field ?? Facts?.Reference; init; }

    /// <summary>When the first attempt was sent, by the client's clock; null when nothing was sent.</summary>
    public DateTimeOffset? SentAt { get => field ?? Facts?.SentAt; init; }

    /// <summary>The run's id, when its header (<c>X-Task-Run-ID</c>) had arrived before the call failed; else null.</summary>
    public Guid? RunId { get => field ?? Facts?.RunId; init; }

    /// <summary>Why the platform refused the fallback model after the primary had failed, or null when no fallback was asked for or refused.</summary>
    public TaskPlatformException? FallbackError { get; internal set; }

    internal CallFacts? Facts { get; set; }

    /// <summary>What kind of failure it is, in the one word that spans and metrics tell.</summary>
    internal virtual string ErrorType => "failed";
}
