using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client;

/// <summary>One run of a task, as the platform answers it: the output, and what it took to get there.</summary>
/// <remarks>
/// Older and newer platforms leave keys out, add some or change a type: such a member reads as null or as its default,
/// and what came is in <see cref="AdditionalFields"/> and <see cref="Raw"/>. A run that was paid for is never lost over it.
/// </remarks>
[JsonConverter(typeof(TaskRunConverter))]
public sealed record TaskRun
{
    internal TaskRun()
    {
    }

    /// <summary>The id of the run; all zeros when the answer has none.</summary>
    public Guid Id { get; internal init; }

    /// <summary>The task that ran; all zeros when not told.</summary>
    public Guid TaskId { get; internal init; }

    /// <summary>The revision that ran (<c>task_revision_id</c>), chosen by traffic or by the request; all zeros when not told.</summary>
    public Guid RevisionId { get; internal init; }

    /// <summary>When the run was made; the year 1 when not told. A time without a zone is UTC.</summary>
    public DateTimeOffset Created { get; internal init; }

    /// <summary>The task's name at the time; null on older platforms.</summary>
    public string? TaskName { get; internal init; }

    /// <summary>The primary model of the revision, by name; null on older platforms. A fallback model is named by <see cref="RunFallback.ModelId"/>.</summary>
    public string? ModelName { get; internal init; }

    /// <summary>The answer itself (<c>response</c>), by its kind; never null. An answer without one is an <see cref="UnknownOutput"/>.</summary>
    public TaskOutput Output { get; internal init; } = null!;

    /// <summary>The modality that the answer names; null on older platforms. The one that was found is <see cref="TaskOutput.Modality"/>.</summary>
    public OutputModality? OutputModality { get; internal init; }

    /// <summary>How the modality of <see cref="Output"/> was found.</summary>
    public ModalitySource ModalitySource { get; internal init; }

    /// <summary>Files of the run, those sent with it among those it made; empty when there are none. What the run made is <c>File</c> of <see cref="Output"/>.</summary>
    public IReadOnlyList<RunFile> Files { get; internal init; } = [];

    /// <summary>What was submitted and what became of it, kept for audit; JSON null when there is none, never undefined.</summary>
    public JsonElement RunData { get; internal init; }

    /// <summary>The inputs as the platform stored them (<c>run_data.submitted</c>); null when the answer has none.</summary>
    public JsonElement? SubmittedInput { get; internal init; }

    /// <summary>
    /// Whether the run failed although the platform answered (<c>is_error</c>); false when not told. The client throws
    /// for such a run unless told otherwise (<see cref="TaskPlatformClientOptions.ThrowOnRunError"/>).
    /// </summary>
    public bool IsError { get; internal init; }

    /// <summary>How often the platform repeated the model call; 0 when not told.</summary>
    public int LlmRetries { get; internal init; }

    /// <summary>Who executed the run; null when not told.</summary>
    public Guid? UserId { get; internal init; }

    /// <summary>The caller's own id of this run, sent as <see cref="RunTaskRequest.Reference"/>; null when none was given.</summary>
    public string? Reference { get; internal init; }

    /// <summary>A key that groups related runs, at most 64 characters; null when the run belongs to none.</summary>
    public string? ContextId { get; internal init; }

    /// <summary>The group under which the run is counted; null when it is counted under none.</summary>
    public Guid? ReportingGroupId { get; internal init; }

    /// <summary>The group under which the run is counted, whole; null when it is counted under none or only its id is told.</summary>
    public ReportingGroup? ReportingGroup { get; internal init; }

    /// <summary>The event triggers that started the run (<c>event_trigger_id</c>); empty for runs that were asked for.</summary>
    public IReadOnlyList<string> EventTriggerIds { get; internal init; } = [];

    /// <summary>Tokens, credits and seconds of this run; never null.</summary>
    public RunUsage Usage { get; internal init; } = null!;

    /// <summary>Whether the fallback model answered, and what failed before; never null.</summary>
    public RunFallback Fallback { get; internal init; } = null!;

    /// <summary>
    /// Credits of this run and of the one that failed before it (<see cref="RunFallback.PrimaryRun"/>); null when neither
    /// tells any.
    /// </summary>
    public decimal? TotalChargedCredits => Fallback.PrimaryRun?.TotalChargedCredits is { } before
        ? before + (Usage.ChargedCredits ?? 0)
        : Usage.ChargedCredits;

    /// <summary>The whole answer as it came; what is written when the run is serialized.</summary>
    public JsonElement Raw { get; internal init; }

    /// <summary>What the platform says beyond this, and known keys whose value is of a type that does not fit; empty by default.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalFields { get; internal init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>How the answer came: status, headers, attempts, time. Null for a run that was read from JSON; never written.</summary>
    public ResponseMetadata? Response { get; internal set; }

    internal TaskRun WithFallback(RunFallback fallback) => this with { Fallback = fallback };

    /// <summary>Decides again what the output is, knowing what the caller expects; what the answer says itself comes first.</summary>
    internal TaskRun WithExpectedModality(OutputModality? expected)
    {
        if (expected is null)
        {
            return this;
        }

        (TaskOutput output, ModalitySource source) = TaskOutputReader.Read(Output.Raw, OutputModality, expected, Files);
        return this with { Output = output, ModalitySource = source };
    }

    // Inputs, outputs and the caller's own words stay out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Id = {Id}, TaskId = {TaskId}, RevisionId = {RevisionId}, Created = {Created:O}, Output = {Output}, IsError = {IsError}");
        return true;
    }
}
