using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TaskPlatform.Client.AI;

/// <summary>What a function made of a task is called, and how its runs are made.</summary>
public sealed record TaskFunctionOptions
{
    /// <summary>The function's name, used as it is; null makes one of the task's name: spaces and the like become <c>_</c>, at most 64 characters.</summary>
    /// <exception cref="ArgumentException">Set to an empty text.</exception>
    public string? Name
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            }

            field = value;
        }
    }

    /// <summary>What the model is told the function is for; null takes the task's own description, or a sentence with its name where it has none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The inputs as a JSON Schema, for the model; null makes one in which each is a required text. It changes what the model
    /// is told, not what a run needs: inputs are checked against the prompts either way.
    /// </summary>
    public JsonElement? JsonSchema { get; init; }

    /// <summary>
    /// Whether a person must approve each call before it is made, because it costs money; true by default. Asking is done by
    /// what invokes the function, such as <c>FunctionInvokingChatClient</c>.
    /// </summary>
    public bool RequireApproval { get; init; } = true;

    /// <summary>
    /// What each run is made from: revision, reporting group, files, and inputs that the model shall not choose. Those are
    /// not in the schema, and an argument of that name is refused. Files must be ones that can be read again, since each
    /// call sends them. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public RunTaskRequest Request
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = new();

    /// <summary>
    /// Makes the reference of each run (<see cref="RunTaskRequest.Reference"/>, at most 64 characters), so that a run whose
    /// answer was lost can be found; null, the default, takes that of <see cref="Request"/> for all.
    /// </summary>
    public Func<AIFunctionArguments, string?>? CreateReference { get; init; }

    /// <summary>
    /// The largest file, in bytes, that is fetched as the answer of a run; 20 MiB by default. In place of a larger one the
    /// model gets a note with the run's id and the file's name; 0 fetches none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative number.</exception>
    public int MaxFileBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }
    = 20 * 1024 * 1024;

    /// <summary>
    /// Told what each run came to, failed ones included, before the model gets its answer; null by default. It runs within
    /// the call and should not throw: its exception would take the place of a paid answer.
    /// </summary>
    public Action<TaskFunctionRun>? OnRun { get; init; }

    // Descriptions and inputs are content.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"RequireApproval = {RequireApproval}, MaxFileBytes = {MaxFileBytes}");
        return true;
    }
}
