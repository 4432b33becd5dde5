using Microsoft.Extensions.AI;

namespace TaskPlatform.Client.AI;

/// <summary>Makes functions for chat models out of tasks.</summary>
public static class TasksClientExtensions
{
    /// <summary>
    /// Makes a function that runs a task, for <see cref="ChatOptions.Tools"/>. Each call of it is a run and is charged, so it
    /// is an <see cref="ApprovalRequiredAIFunction"/> unless <see cref="TaskFunctionOptions.RequireApproval"/> is false.
    /// Nothing is sent here.
    /// </summary>
    /// <remarks>
    /// Name, description and inputs are those of the definition, or of the options. It is a picture of that moment: make the
    /// function again after the task has changed. The inputs are the variables of the revision that would run: the one
    /// <see cref="TaskFunctionOptions.Request"/> names, else all that get traffic, and of several what any of them needs.
    /// What an input processor may fill from a file is no input. <see cref="AITool.GetService{TService}"/> gives the
    /// <see cref="TaskFunction"/> inside.
    /// </remarks>
    /// <param name="tasks">The client that runs it.</param>
    /// <param name="definition">The task with its revisions, as reading or updating it returns it.</param>
    /// <param name="options">What the function does otherwise; null for the defaults.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">The definition has no id or lacks the revision that would run, or an option can't be used; the text says which.</exception>
    public static AIFunction AsAIFunction(this TasksClient tasks, TaskDefinition definition, TaskFunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(definition);
        options ??= new TaskFunctionOptions();
        var function = new TaskFunction(tasks, definition, options);
        return options.RequireApproval ? new ApprovalRequiredAIFunction(function) : function;
    }

    /// <summary>
    /// Reads a task (<c>GET …/task/{task_id}</c>) and makes a function of it, as
    /// <see cref="AsAIFunction(TasksClient, TaskDefinition, TaskFunctionOptions)"/> does.
    /// </summary>
    /// <param name="tasks">The client that reads and runs it.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="options">What the function does otherwise; null for the defaults. A revision or tag in its request may be a test revision's.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException">The task has no revision that would run, or an option can't be used; the text says which.</exception>
    /// <exception cref="TaskPlatformException">The task could not be read.</exception>
    public static Task<AIFunction> GetAIFunctionAsync(this TasksClient tasks, Guid taskId, TaskFunctionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return ReadAsync(tasks, taskId, options, cancellationToken);
    }

    private static async Task<AIFunction> ReadAsync(TasksClient tasks, Guid taskId, TaskFunctionOptions? options, CancellationToken cancellationToken)
    {
        bool isNamed = options?.Request.RevisionId is not null || options?.Request.RevisionTag is not null;
        TaskDefinition definition = await tasks.GetAsync(taskId, new GetTaskRequest { IncludeTests = isNamed ? true : null }, cancellationToken).ConfigureAwait(false);
        return tasks.AsAIFunction(definition, options);
    }
}
