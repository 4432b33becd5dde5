using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Trimmed.Shapes;

/// <summary>A type for answers, with the output format it must become, byte for byte, and an answer that fits it.</summary>
internal abstract class AnswerShape(string name, string format, string answer)
{
    public string Name => name;

    public string Format => format;

    public string Answer => answer;

    /// <summary>Makes the format from the type.</summary>
    public abstract OutputFormat MakeFormat();

    /// <summary>Runs the task, reads the answer as the type, and writes what was read as JSON again.</summary>
    public abstract Task<string> RunAsync(TasksClient tasks, Guid taskId, CancellationToken cancellationToken);

    public sealed override string ToString() => name;
}

internal sealed class AnswerShape<T>(JsonTypeInfo<T> contract, string format, string answer) : AnswerShape(typeof(T).Name, format, answer)
    where T : notnull
{
    public override OutputFormat MakeFormat() => OutputFormat.For(contract);

    public override async Task<string> RunAsync(TasksClient tasks, Guid taskId, CancellationToken cancellationToken)
    {
        TaskRun<T> run = await tasks.RunAsync(taskId, new RunTaskRequest(), contract, cancellationToken);
        return JsonSerializer.Serialize(run.Value, contract);
    }
}
