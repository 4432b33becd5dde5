using System.Diagnostics;
using TaskPlatform.Client.Diagnostics;

namespace TaskPlatform.Client.Runs;

/// <summary>Tells listeners of a run: models, tokens, credits, fallback. Ids and counts only; no input, no output, no reference of the caller's.</summary>
internal static class RunTelemetry
{
    internal static async Task<TaskRun> ObserveAsync(string operation, FallbackRunner runner, RunCall call, CancellationToken cancellationToken)
    {
        using CallSpan span = CallSpan.OfModel(operation);
        span.Note(TelemetryNames.TaskId, call.TaskId.ToString());
        try
        {
            TaskRun run = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
            Tell(span, run);
            span.Attempts((run.Response?.Attempts.Count ?? 0) + AttemptsBefore(run));
            if (run.IsError)
            {
                span.Failed("run_failed");
            }

            return run;
        }
        catch (Exception failure)
        {
            // A run that failed is a run all the same, and charged; one that was cancelled on its way to the fallback holds the primary's.
            if ((failure as TaskRunFailedException ?? failure.InnerException as TaskRunFailedException)?.Run is { } failed)
            {
                Tell(span, failed);
            }

            span.Failed(failure);
            throw;
        }
    }

    // Requests for the primary model before the fallback answered.
    private static int AttemptsBefore(TaskRun run) =>
        run.Fallback.PrimaryRun?.Response?.Attempts.Count ?? run.Fallback.PrimaryError?.Attempts.Count ?? 0;

    private static void Tell(CallSpan span, TaskRun run)
    {
        string? used = run.Fallback.Used ? run.Fallback.ModelId?.ToString() : run.ModelName;
        span.Tell(TelemetryNames.RequestModel, run.ModelName);
        span.Tell(TelemetryNames.ResponseModel, used);
        span.Note(TelemetryNames.ResponseId, Known(run.Id));
        span.Note(TelemetryNames.RevisionId, Known(run.RevisionId));
        span.Note(TelemetryNames.OutputType, OutputType(run.Output));
        span.Note(TelemetryNames.InputTokens, run.Usage.InputTokens);
        span.Note(TelemetryNames.OutputTokens, run.Usage.OutputTokens);
        span.Note(TelemetryNames.Credits, (double?)run.TotalChargedCredits);
        span.Note(TelemetryNames.FallbackUsed, run.Fallback.Used ? true : null);
        span.Note(TelemetryNames.FallbackBy, run.Fallback.By?.ToString().ToLowerInvariant());
        Measure(span.Words, run);
        if (run.Fallback.PrimaryRun is { } primary)
        {
            Measure(span.Words, primary); // charged as well
        }
    }

    private static string? Known(Guid id) => id == Guid.Empty ? null : id.ToString();

    private static void Measure(TagList words, TaskRun run) =>
        CallMetrics.Used(words, run.Usage.ChargedCredits, run.Usage.InputTokens, run.Usage.OutputTokens);

    // The conventions have words of their own for three; the others are told as the platform says them.
    private static string? OutputType(TaskOutput output) => output switch
    {
        JsonOutput => "json",
        TextOutput => "text",
        ImageOutput => "image",
        AudioOutput => "speech",
        _ => output.Modality.Value is { Length: > 0 } word ? word : null,
    };
}
