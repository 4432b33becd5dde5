using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TaskPlatform.Client.AI;

/// <summary>
/// A task of the platform as a function that a chat model can call. Each invocation is one run, charged as any other; made by
/// <see cref="TasksClientExtensions.AsAIFunction"/>.
/// </summary>
/// <remarks>
/// <para>
/// Arguments are the inputs of the run. A missing or unknown one is an <see cref="ArgumentException"/> that names it, thrown
/// before anything is sent.
/// </para>
/// <para>
/// The result is a <see cref="JsonElement"/> for JSON, a text for text and tables, and a <see cref="DataContent"/> for
/// pictures, sound and documents. A file that can't be fetched after the run, or that is larger than
/// <see cref="TaskFunctionOptions.MaxFileBytes"/>, gives a <see cref="JsonElement"/> with the run's id and the file's name
/// instead, since the run is paid for.
/// </para>
/// <para>
/// A failed run is thrown as <see cref="TaskRunFailedException"/>, whatever
/// <see cref="TaskPlatformClientOptions.ThrowOnRunError"/> says. What invokes functions for a model usually tells it of the
/// failure, and the model may call again: that is another run.
/// </para>
/// </remarks>
public sealed class TaskFunction : AIFunction
{
    private readonly TasksClient tasks;
    private readonly FunctionInputs inputs;
    private readonly FunctionResult result;
    private readonly Action<TaskFunctionRun>? onRun;

    internal TaskFunction(TasksClient tasks, TaskDefinition definition, TaskFunctionOptions options)
    {
        this.tasks = tasks;
        inputs = new FunctionInputs(definition, options);
        result = new FunctionResult(tasks, options.MaxFileBytes);
        onRun = options.OnRun;
        TaskId = definition.Id;
        Name = options.Name ?? FunctionName.Of(definition);
        Description = options.Description ?? FunctionName.Describe(definition);
        JsonSchema = options.JsonSchema?.Clone() ?? inputs.Schema();
    }

    /// <summary>The task that an invocation runs.</summary>
    public Guid TaskId { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override JsonElement JsonSchema { get; }

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        RunTaskRequest request = inputs.Request(arguments, JsonSerializerOptions);
        TaskRun run = await RunAsync(request, cancellationToken).ConfigureAwait(false);
        return await result.OfAsync(run, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TaskRun> RunAsync(RunTaskRequest request, CancellationToken cancellationToken)
    {
        TaskRun run;
        try
        {
            run = await tasks.RunAsync(TaskId, request, cancellationToken).ConfigureAwait(false);
            if (run.IsError)
            {
                throw Failed(run, request);
            }
        }
        catch (Exception exception) when (exception is TaskPlatformException or TaskPlatformCanceledException)
        {
            onRun?.Invoke(TaskFunctionRun.Of(TaskId, exception));
            throw;
        }

        onRun?.Invoke(TaskFunctionRun.Of(TaskId, run));
        return run;
    }

    // What a client with ThrowOnRunError throws by itself.
    private TaskRunFailedException Failed(TaskRun run, RunTaskRequest request) =>
        new($"Run {run.Id} of task {TaskId} failed on the platform (is_error). The run, its reason and its cost are on this exception.")
        {
            PrimaryRun = run.Fallback.Used ? run.Fallback.PrimaryRun : run,
            PrimaryError = run.Fallback.PrimaryError,
            FallbackRun = run.Fallback.Used ? run : null,
            TaskId = TaskId,
            RunId = run.Id,
            Reference = request.Reference,
            Attempts = run.Response?.Attempts ?? [],
        };
}
