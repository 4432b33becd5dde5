using System.Diagnostics;
using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>Counts what happens within calls.</summary>
internal static class CallMetrics
{
    internal static void Retried(CallKind kind, AttemptOutcome outcome)
    {
        if (ClientTelemetry.Retries.Enabled)
        {
            ClientTelemetry.Retries.Add(1, new TagList { { TelemetryNames.Kind, Word(kind) }, { TelemetryNames.AttemptOutcome, AttemptEvents.Word(outcome) } });
        }
    }

    internal static void FellBack() => ClientTelemetry.Fallbacks.Add(1);

    internal static void TokenRequested(Exception? failure)
    {
        if (ClientTelemetry.TokenRequests.Enabled)
        {
            TagList told = failure is null ? default : new TagList { { TelemetryNames.ErrorType, ErrorWord.Of(failure) } };
            ClientTelemetry.TokenRequests.Add(1, told);
        }
    }

    private static string Word(CallKind kind) => kind switch
    {
        CallKind.Run => "run",
        CallKind.Update => "update",
        CallKind.Read => "read",
        _ => "token",
    };
}
