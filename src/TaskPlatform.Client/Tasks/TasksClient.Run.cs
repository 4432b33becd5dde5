using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Tasks;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>
    /// Runs a task and waits for its answer (<c>POST …/task/{task_id}/run</c>), which may take minutes. A run is charged;
    /// it is sent again only when it surely was not carried out.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Inputs, files, reference and which revision to run.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the run may still be carried out and charged.</param>
    /// <returns>The run, its output read by modality.</returns>
    /// <exception cref="ArgumentException">A value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskRunFailedException">The platform answered with a failed run, or primary and fallback both failed.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether a run may exist.</exception>
    public virtual Task<TaskRun> RunAsync(Guid taskId, RunTaskRequest request, CancellationToken cancellationToken = default) =>
        RunCoreAsync(taskId, request, options: null, cancellationToken);

    /// <inheritdoc cref="RunAsync(Guid, RunTaskRequest, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Inputs, files, reference and which revision to run.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the run may still be carried out and charged.</param>
    public virtual Task<TaskRun> RunAsync(Guid taskId, RunTaskRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        RunCoreAsync(taskId, request, options, cancellationToken);

    /// <summary>Runs a task whose output is JSON and reads it as a type of yours.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Inputs, files, reference and which revision to run.</param>
    /// <param name="typeInfo">The type's JSON contract, from your source-generated context.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the run may still be carried out and charged.</param>
    /// <returns>The value and the run it came with.</returns>
    /// <exception cref="TaskPlatformSerializationException">The output does not fit the type; the run is on the exception, id and cost included.</exception>
    /// <exception cref="TaskPlatformException">As for a run without a type.</exception>
    public virtual Task<TaskRun<T>> RunAsync<T>(Guid taskId, RunTaskRequest request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
        where T : notnull =>
        RunTypedAsync(taskId, request, typeInfo, options: null, cancellationToken);

    /// <inheritdoc cref="RunAsync{T}(Guid, RunTaskRequest, JsonTypeInfo{T}, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Inputs, files, reference and which revision to run.</param>
    /// <param name="typeInfo">The type's JSON contract, from your source-generated context.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the run may still be carried out and charged.</param>
    public virtual Task<TaskRun<T>> RunAsync<T>(Guid taskId, RunTaskRequest request, JsonTypeInfo<T> typeInfo, RequestOptions options, CancellationToken cancellationToken = default)
        where T : notnull =>
        RunTypedAsync(taskId, request, typeInfo, options, cancellationToken);

    /// <summary>
    /// Runs a task whose output is JSON and reads it as a type of yours by reflection: names in snake_case, case
    /// ignored. For trimmed and native AOT programs use the overload with a JSON contract.
    /// </summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Inputs, files, reference and which revision to run.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the run may still be carried out and charged.</param>
    /// <returns>The value and the run it came with.</returns>
    /// <exception cref="TaskPlatformSerializationException">The output does not fit the type; the run is on the exception, id and cost included.</exception>
    /// <exception cref="TaskPlatformException">As for a run without a type.</exception>
    [RequiresUnreferencedCode(TypedAnswer.ReflectionWarning)]
    [RequiresDynamicCode(TypedAnswer.ReflectionWarning)]
    public virtual Task<TaskRun<T>> RunAsync<T>(Guid taskId, RunTaskRequest request, CancellationToken cancellationToken = default)
        where T : notnull =>
        RunTypedAsync(taskId, request, TypedAnswer.ContractByReflection<T>(), options: null, cancellationToken);

    /// <inheritdoc cref="RunAsync{T}(Guid, RunTaskRequest, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="request">Inputs, files, reference and which revision to run.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the run may still be carried out and charged.</param>
    [RequiresUnreferencedCode(TypedAnswer.ReflectionWarning)]
    [RequiresDynamicCode(TypedAnswer.ReflectionWarning)]
    public virtual Task<TaskRun<T>> RunAsync<T>(Guid taskId, RunTaskRequest request, RequestOptions options, CancellationToken cancellationToken = default)
        where T : notnull =>
        RunTypedAsync(taskId, request, TypedAnswer.ContractByReflection<T>(), options, cancellationToken);

    private async Task<TaskRun<T>> RunTypedAsync<T>(Guid taskId, RunTaskRequest request, JsonTypeInfo<T> typeInfo, RequestOptions? options, CancellationToken cancellationToken)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        TypedAnswer.CheckReadable(typeInfo);
        TaskRun run = await RunCoreAsync(taskId, request with { ExpectedModality = request.ExpectedModality ?? OutputModality.Json }, options, cancellationToken).ConfigureAwait(false);
        return TypedRun.Read(run, typeInfo);
    }

    private Task<TaskRun> RunCoreAsync(Guid taskId, RunTaskRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunTaskRequestChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            RunTaskRequestChecks.Check(request);
        }

        var call = new RunCall(taskId, defaults.AutoReference ? AutoReference.Give(request) : request, options, sendRun);
        return request.Files.Count == 0 ? StartAsync(call, cancellationToken) : RunWithFilesAsync(call, cancellationToken);
    }

    private Task<TaskRun> StartAsync(RunCall call, CancellationToken cancellationToken) => ClientTelemetry.HasListeners
        ? RunTelemetry.ObserveAsync(TaskRoutes.Run.Operation, fallback, call, cancellationToken)
        : fallback.RunAsync(call, cancellationToken);

    private async Task<TaskRun> RunWithFilesAsync(RunCall call, CancellationToken cancellationToken)
    {
        try
        {
            RunUploads.Check(call.Request, defaults.MaxFileSize);
            return await StartAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await RunUploads.ReleaseAsync(call.Request).ConfigureAwait(false);
        }
    }

    private ValueTask<Answer<TaskRun>> SendRunAsync(RunCall call, bool? useFallbackModel, CancellationToken cancellationToken) =>
        call.Options?.Pace is { } pace
            ? SendAtPaceAsync(pace, call, useFallbackModel, cancellationToken)
            : SendNowAsync(call, useFallbackModel, cancellationToken);

    private ValueTask<Answer<TaskRun>> SendNowAsync(RunCall call, bool? useFallbackModel, CancellationToken cancellationToken)
    {
        string query = RunTaskQuery.Write(call.Request, defaults.ReportingGroup, forceFallback: useFallbackModel == true);
        return transport.SendAsync(
            TaskRoutes.Run,
            new RouteValues(call.TaskId, Query: query),
            call.Request,
            new CallContext(call.Options, call.TaskId, call.Request.Reference) { Lost = defaults.Lost },
            cancellationToken);
    }
}
