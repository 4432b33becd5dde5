using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Runs;

/// <summary>Reads a run's output as a type of the caller's; where it does not fit, the run goes on the exception, so that its id and cost are not lost.</summary>
internal static class TypedRun
{
    internal static TaskRun<T> Read<T>(TaskRun run, JsonTypeInfo<T> contract)
        where T : notnull
    {
        string? path;
        try
        {
            return new TaskRun<T>(TypedAnswer.Read(run.Output.Raw, contract), run);
        }
        catch (Exception failure)
        {
            path = (failure as JsonException)?.Path;
        }

        // Without its cause, and the place only in Path: a converter's text may quote the output, a path the keys of its maps.
        throw new TaskPlatformSerializationException(
            $"The output of run {run.Id} does not fit {typeof(T).Name}. The run is on this exception, the place in Path.")
        {
            Path = path,
            ExpectedType = typeof(T),
            Run = run,
            TaskId = run.TaskId,
            RunId = run.Id,
            Reference = run.Reference,
            SentAt = run.Response?.SentAt,
            Attempts = run.Response?.Attempts ?? [],
        };
    }
}
