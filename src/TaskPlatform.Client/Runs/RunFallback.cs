using System.Globalization;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>Whether the fallback model answered a run, and what became of the primary model before.</summary>
public sealed record RunFallback
{
    internal RunFallback()
    {
    }

    /// <summary>Whether the answer comes from the fallback model (<c>used_fallback_model</c>); false when not told.</summary>
    public bool Used { get; internal init; }

    /// <summary>
    /// Who asked for the fallback model; null when it was not used. <see cref="FallbackOrigin.Client"/> whenever the
    /// request carried <c>use_fallback_model=true</c>.
    /// </summary>
    public FallbackOrigin? By { get; internal init; }

    /// <summary>Why the primary model failed, in the platform's words (<c>primary_failure_reason</c>); null when it did not fail or nothing is told.</summary>
    public string? PrimaryFailureReason { get; internal init; }

    /// <summary>The fallback model (<c>fallback_llm_model_id</c>); null when none was used or it is not told.</summary>
    public Guid? ModelId { get; internal init; }

    /// <summary>
    /// The run that failed first, stored and perhaps charged, when this client ran the task again with the fallback model;
    /// null when there was none.
    /// </summary>
    public TaskRun? PrimaryRun { get; internal init; }

    /// <summary>
    /// Why the first request failed without an answer, when this client ran the task again with the fallback model; null
    /// when there was none. Its <see cref="TaskPlatformException.OutcomeUnknown"/> says whether that run may be charged too.
    /// </summary>
    public TaskPlatformException? PrimaryError { get; internal init; }

    // Why a model failed may quote what it was given.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Used = {Used}, By = {By}, ModelId = {ModelId}");
        return true;
    }
}
