using System.Diagnostics;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>Tells the span that is open how an attempt ended. Found by what is current, so that no call carries a span it seldom has.</summary>
internal static class AttemptEvents
{
    internal static void Tell(RequestAttempt attempt, Uri address)
    {
        if (ClientTelemetry.Source.HasListeners() && Activity.Current is { } span && span.Source == ClientTelemetry.Source)
        {
            Tell(span, attempt, address);
        }
    }

    // Apart, so that what it makes is not made for nobody.
    private static void Tell(Activity span, RequestAttempt attempt, Uri address)
    {
        span.SetTag(TelemetryNames.ServerAddress, address.Host);
        span.SetTag(TelemetryNames.ServerPort, address.Port);
        var told = new ActivityTagsCollection
        {
            [TelemetryNames.AttemptOutcome] = Word(attempt.Outcome),
            [TelemetryNames.AttemptSeconds] = attempt.Elapsed.TotalSeconds,
        };
        if (attempt.StatusCode is { } status)
        {
            told[TelemetryNames.AttemptStatus] = (int)status;
        }

        span.AddEvent(new ActivityEvent(TelemetryNames.Attempt, tags: told));
    }

    internal static string Word(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Answered => "answered",
        AttemptOutcome.NotSent => "not_sent",
        AttemptOutcome.Throttled => "throttled",
        AttemptOutcome.Unauthenticated => "unauthenticated",
        AttemptOutcome.Rejected => "rejected",
        AttemptOutcome.CutOff => "cut_off",
        _ => "unknown",
    };
}
