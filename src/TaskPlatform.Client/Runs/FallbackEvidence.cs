using System.Net;
using System.Text.Json;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Runs;

/// <summary>What an answer or a failure says of the model that was asked.</summary>
internal static class FallbackEvidence
{
    /// <summary>The run of an answer, with the model it came from.</summary>
    internal static TaskRun Read(RunCall call, bool? useFallbackModel, Answer<TaskRun> answer)
    {
        answer.Value.Response = answer.Response;
        TaskRun run = answer.Value.WithExpectedModality(call.Request.ExpectedModality);
        return useFallbackModel == true
            ? run.WithFallback(run.Fallback with { Used = !SaysPrimary(run), By = FallbackOrigin.Client })
            : run;
    }

    /// <summary>Whether the fallback model may be asked after the primary came to this: the run was refused, or its outcome may stay unknown.</summary>
    internal static bool Triggers(TaskPlatformException failure, bool onUnknownOutcome) =>
        failure.Attempts is [.., { Outcome: AttemptOutcome.Throttled }]
            ? !failure.OutcomeUnknown || onUnknownOutcome
            : failure.OutcomeUnknown && onUnknownOutcome;

    /// <summary>Whether the platform says by this that the revision has no fallback model.</summary>
    internal static bool IsRefusal(TaskPlatformApiException failure) => failure.StatusCode is
        HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity;

    // Older answers don't say; a platform that says it used the primary is believed.
    private static bool SaysPrimary(TaskRun run) =>
        run.Raw.TryGetProperty("used_fallback_model"u8, out JsonElement used) && used.ValueKind == JsonValueKind.False;
}
