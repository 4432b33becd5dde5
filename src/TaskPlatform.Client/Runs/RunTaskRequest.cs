using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client;

/// <summary>What a task is run with. Everything may be left out; null members are not sent.</summary>
/// <remarks>As JSON it is the body without the files: <see cref="Input"/>, <see cref="Reference"/> and <see cref="AdditionalFields"/>.</remarks>
[JsonConverter(typeof(RunTaskRequestConverter))]
public sealed record RunTaskRequest
{
    private JsonObject? additionalFields;

    /// <summary>
    /// One entry per variable of the prompt (<c>task_input</c>), any JSON: <c>Input = { ["text"] = "Hello" }</c>. Never
    /// null; starts empty and is then sent as <c>{}</c>. A copy made by <c>with</c> shares it.
    /// </summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public JsonObject Input
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = [];

    /// <summary>
    /// Files for the model (<c>task_files</c>), each with a name; none by default. Which types a revision takes says its
    /// <c>file_input_mode</c>. They are read while they are sent.
    /// </summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public IReadOnlyList<TaskFile> Files
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = [];

    /// <summary>
    /// Your own id of this run (<c>task_reference</c>), at most 64 characters; null for none, or for one that the client
    /// makes (<see cref="TaskPlatformClientOptions.AutoReference"/>). It comes back as <see cref="TaskRun.Reference"/>, and
    /// is the way to find a run whose answer was lost (<see cref="TasksClient.FindRunsByReferenceAsync(Guid, string, DateTimeOffset, CancellationToken)"/>).
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>Runs this revision (<c>revision_id</c> in the query), live or not, for tests and comparisons; null lets the traffic weights choose.</summary>
    public Guid? RevisionId { get; init; }

    /// <summary>Runs the revision that has this tag (<c>revision_tag</c> in the query); null lets the traffic weights choose.</summary>
    public string? RevisionTag { get; init; }

    /// <summary>
    /// The name of the group under which the run is counted (<c>reporting_group</c> in the query), by customer, feature or
    /// experiment, for analytics and billing; at most 64 characters. Null takes the client's
    /// (<see cref="TaskPlatformClientOptions.ReportingGroup"/>), an empty name counts the run under none.
    /// </summary>
    public string? ReportingGroup { get; init; }

    /// <summary>
    /// True uses the fallback model at once (<c>use_fallback_model=true</c> in the query), for a known outage of the
    /// primary; the revision must have one. Null, the default, is left out and lets the client fall back after a failure;
    /// false is sent and keeps the client from falling back.
    /// </summary>
    public bool? UseFallbackModel { get; init; }

    /// <summary>
    /// What kind of answer you expect, for platforms whose answers do not say; never sent. Null, the default, goes by the
    /// look of the answer. What the answer says itself comes first.
    /// </summary>
    public OutputModality? ExpectedModality { get; init; }

    /// <summary>
    /// More keys for the body, sent as given, such as <c>context_id</c>; none by default. A key that this record knows,
    /// such as <c>task_input</c>, is refused.
    /// </summary>
    public JsonObject AdditionalFields
    {
        get => additionalFields ??= [];
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            additionalFields = value;
        }
    }

    /// <summary>Whether the <see cref="Reference"/> is the caller's, and not one that the client gave.</summary>
    internal bool HasOwnReference { get; init; } = true;

    /// <summary>Whether there are any, without making an object to hold none.</summary>
    internal bool HasAdditionalFields => additionalFields is { Count: > 0 };

    /// <summary>
    /// Makes a request whose <see cref="Input"/> is an object of yours, a property for each variable of the prompt. The
    /// rest is set on a copy: <c>RunTaskRequest.From(input, MyContext.Default.Question) with { Reference = "…" }</c>.
    /// </summary>
    /// <typeparam name="TInput">The type of the input: one that is written as a JSON object.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="typeInfo">The type's JSON contract, from your source-generated context; the names it writes are those of the variables.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The value is not written as a JSON object.</exception>
    public static RunTaskRequest From<TInput>(TInput input, JsonTypeInfo<TInput> typeInfo)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return JsonSerializer.SerializeToNode(input, typeInfo) is JsonObject written
            ? new RunTaskRequest { Input = written }
            : throw new ArgumentException($"{typeof(TInput).Name} is not written as a JSON object, and the input of a run is one: a property for each variable.", nameof(input));
    }

    // Inputs and the caller's own words stay out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Files = {Files.Count}, RevisionId = {RevisionId}, UseFallbackModel = {UseFallbackModel}, ExpectedModality = {ExpectedModality}");
        return true;
    }
}
