using System.Runtime.CompilerServices;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Diagnostics;
using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Agents;

/// <summary>Reads a run's events to the last one. However it ends, what had come is on the exception.</summary>
internal static class AgentEventReading
{
    internal static async IAsyncEnumerable<TaskAgentEvent> ReadAsync(
        Func<CancellationToken, ValueTask<EventAnswer>> open, TaskAgentRunCollector run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CallSpan? span = Observe(run);
        EventAnswer answer = await OpenAsync(open, run, span, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerator<ServerEvent> events = answer.Events.GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (await NextAsync(events, run, answer.Facts, span).ConfigureAwait(false) is { } next)
            {
                run.Add(next);
                Tell(span, next);
                yield return next;
                if (next is TaskAgentEndEvent)
                {
                    yield break;
                }
            }
        }

        throw Told(span, run.EndedEarly(answer.Facts));
    }

    private static async ValueTask<EventAnswer> OpenAsync(Func<CancellationToken, ValueTask<EventAnswer>> open, TaskAgentRunCollector run, CallSpan? span, CancellationToken cancellationToken)
    {
        try
        {
            EventAnswer answer = await open(cancellationToken).ConfigureAwait(false);
            run.Response = answer.Response;
            span?.Attempts(answer.Response.Attempts.Count);
            return answer;
        }
        catch (Exception failure)
        {
            span?.Failed(failure);
            throw;
        }
    }

    private static async ValueTask<TaskAgentEvent?> NextAsync(IAsyncEnumerator<ServerEvent> events, TaskAgentRunCollector run, CallFacts facts, CallSpan? span)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false) ? AgentEvents.Read(events.Current) : null;
        }
        catch (TaskPlatformException broken)
        {
            throw Told(span, run.BrokenOff(broken, facts));
        }
        catch (OperationCanceledException canceled)
        {
            throw Told(span, run.Canceled(canceled, facts));
        }
    }

    private static CallSpan? Observe(TaskAgentRunCollector run)
    {
        if (!ClientTelemetry.HasListeners)
        {
            return null;
        }

        CallSpan span = CallSpan.OfModel(TaskAgentRoutes.Run.Operation);
        span.Note(TelemetryNames.AgentId, run.AgentId.ToString());
        return span;
    }

    private static void Tell(CallSpan? span, TaskAgentEvent received)
    {
        if (span is not null && received is TaskAgentEndEvent end)
        {
            span.Note(TelemetryNames.InputTokens, end.Usage.InputTokens);
            span.Note(TelemetryNames.OutputTokens, end.Usage.OutputTokens);
            span.Note(TelemetryNames.Credits, (double?)end.Usage.ChargedCredits);
            span.Note(TelemetryNames.FallbackUsed, end.UsedFallbackModel == true ? true : null);
            if (received is AgentErrorEvent)
            {
                span.Failed("agent_error"); // its code is an open set and the platform's own
            }
        }
    }

    private static Exception Told(CallSpan? span, Exception failure)
    {
        span?.Failed(failure);
        return failure;
    }
}
