using System.Globalization;
using System.Text;

namespace TaskPlatform.Client;

/// <summary>One run of a task, with its answer read as a type of yours.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed record TaskRun<T>
{
    /// <summary>Puts an answer and its run together, for tests of your own code.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="run">The run that it comes from.</param>
    public TaskRun(T value, TaskRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Value = value;
        Run = run;
    }

    /// <summary>The answer as a type of yours; never null when it comes from the client.</summary>
    public T Value { get; }

    /// <summary>Everything else about the run: id, usage, fallback, files, the raw answer.</summary>
    public TaskRun Run { get; }

    /// <summary>Takes the pair apart: <c>var (translation, run) = await …</c>.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="run">The run that it comes from.</param>
    public void Deconstruct(out T value, out TaskRun run)
    {
        value = Value;
        run = Run;
    }

    // The answer stays out of logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Run = {Run}");
        return true;
    }
}
