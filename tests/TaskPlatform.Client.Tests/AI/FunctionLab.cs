using System.Text.Json;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;

namespace TaskPlatform.Client.Tests.AI;

/// <summary>A platform in memory, a client of it, and functions made of its tasks.</summary>
internal sealed class FunctionLab : IDisposable
{
    public FunctionLab(Action<TaskPlatformClientOptions>? configure = null)
    {
        TaskPlatformClientOptions options = Platform.CreateOptions();
        options.Retry.MaxAttempts = 1;
        configure?.Invoke(options);
        Client = new TaskPlatformClient(options, Platform);
    }

    public FakeTaskPlatform Platform { get; } = new();

    public TaskPlatformClient Client { get; }

    /// <summary>What the functions told of their runs.</summary>
    public List<TaskFunctionRun> Told { get; } = [];

    public FakeTask Add(string name = "Translate", string prompt = "Translate {text} into {language}", string modality = "json", Action<FakeTaskDefinition>? change = null) =>
        Platform.AddTask(name, task =>
        {
            task.UserPrompt = prompt;
            task.Modality = modality;
            change?.Invoke(task);
        });

    /// <summary>A function that asks nobody, and tells of its runs.</summary>
    public TaskFunction Function(FakeTask task, TaskFunctionOptions? options = null) => (TaskFunction)Client.Tasks.AsAIFunction(
        Definition(task),
        (options ?? new TaskFunctionOptions()) with { RequireApproval = false, OnRun = Told.Add });

    public static TaskDefinition Definition(FakeTask task) => JsonSerializer.Deserialize<TaskDefinition>(task.ToJson().ToJsonString())!;

    public static AIFunctionArguments Arguments(params (string Name, object? Value)[] arguments) =>
        new(arguments.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    public void Dispose()
    {
        Client.Dispose();
        Platform.Dispose();
    }
}
