using System.Runtime.CompilerServices;
using TaskPlatform.Client.Batches;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Errors;
using TaskPlatform.Client.Runs;

namespace TaskPlatform.Client;

public partial class TasksClient
{
    /// <summary>
    /// Runs a task with many inputs, some at once (<c>POST …/task/{task_id}/run</c> for each), and tells what became of each
    /// as it comes. Inputs are taken only when there is room for them: their number may be endless.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A refusal (429, or 503 with <c>Retry-After</c>) is no failure here. Nothing is sent until the wait is over, however
    /// long; then the input is sent again, in up to ten rounds of <see cref="TaskPlatformRetryOptions.MaxAttempts"/>, and
    /// fewer are sent at once. A fallback model is asked as for a single run, after one round.
    /// </para>
    /// <para>
    /// Cancellation, a ceiling, a source that throws and leaving the enumeration stop the <em>starting</em>. What was sent
    /// finishes, what waits after a refusal is given up; every outcome is told (when you leave the enumeration, written into
    /// the log), and then the enumeration ends with the exception.
    /// </para>
    /// </remarks>
    /// <param name="taskId">The task.</param>
    /// <param name="requests">The inputs, in an order that is the same at every start if there is a log. Cancelled with the enumeration.</param>
    /// <param name="options">How many at once, ceilings, order, log; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops starting inputs; with <see cref="RunManyOptions.AbortInFlight"/> cancels those under way too.</param>
    /// <returns>The outcomes, one for each input that was started. Each enumeration runs the inputs anew.</returns>
    /// <exception cref="ArgumentException">An option is out of its limits; nothing was sent.</exception>
    /// <exception cref="RunManyStoppedException">A ceiling was reached before the last input; thrown after the last outcome.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the last input had ended; thrown after the last outcome.</exception>
    /// <exception cref="InvalidOperationException">The inputs are not those that the log knows, or the log is of another task.</exception>
    /// <exception cref="IOException">The log can't be written.</exception>
    public virtual IAsyncEnumerable<RunOutcome> RunManyAsync(Guid taskId, IAsyncEnumerable<RunTaskRequest> requests, RunManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        RunManyOptions chosen = options ?? new RunManyOptions();
        RunManyOptions.Check(chosen);
        return RunManyCoreAsync(taskId, requests, chosen, cancellationToken);
    }

    /// <inheritdoc cref="RunManyAsync(Guid, IAsyncEnumerable{RunTaskRequest}, RunManyOptions, CancellationToken)"/>
    /// <param name="taskId">The task.</param>
    /// <param name="requests">The inputs, in an order that is the same at every start if there is a log.</param>
    /// <param name="options">How many at once, ceilings, order, log; null takes the defaults.</param>
    /// <param name="cancellationToken">Stops starting inputs; with <see cref="RunManyOptions.AbortInFlight"/> cancels those under way too.</param>
    public virtual IAsyncEnumerable<RunOutcome> RunManyAsync(Guid taskId, IEnumerable<RunTaskRequest> requests, RunManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        RunManyOptions chosen = options ?? new RunManyOptions();
        RunManyOptions.Check(chosen);
        return RunManyCoreAsync(taskId, RunInputs.ReadAsync(requests, CancellationToken.None), chosen, cancellationToken);
    }

    private async IAsyncEnumerable<RunOutcome> RunManyCoreAsync(Guid taskId, IAsyncEnumerable<RunTaskRequest> requests, RunManyOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<RunTaskRequest> inputs = defaults.AutoReference ? RunInputs.WithReferencesAsync(requests, CancellationToken.None) : requests;
        using var batch = new RunBatch(taskId, (request, runOptions, token) => RunCoreAsync(taskId, request, runOptions, token), options, defaults.Time);
        await foreach (RunOutcome outcome in batch.RunAsync(inputs, cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }
    }

    private async ValueTask<Answer<TaskRun>> SendAtPaceAsync(IAttemptPace pace, RunCall call, bool? useFallbackModel, CancellationToken cancellationToken)
    {
        try
        {
            await pace.ReadyAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped)
        {
            TaskPlatformCanceledException canceled = TaskPlatformCanceledException.WhileWaiting(stopped, cancellationToken);
            canceled.Facts = new CallFacts { TaskId = call.TaskId, Reference = call.Request.Reference };
            throw canceled;
        }

        return await SendNowAsync(call, useFallbackModel, cancellationToken).ConfigureAwait(false);
    }
}
