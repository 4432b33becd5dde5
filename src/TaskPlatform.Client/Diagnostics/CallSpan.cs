using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TaskPlatform.Client.Diagnostics;

/// <summary>One operation as listeners see it: its span, where one is recorded, and its duration. Made only while somebody listens.</summary>
internal sealed class CallSpan : IDisposable
{
    private readonly Histogram<double> duration;
    private readonly Activity? activity;
    private readonly long started = Stopwatch.GetTimestamp();
    private TagList told;

    private CallSpan(Histogram<double> duration, string operation, string operationKey)
    {
        this.duration = duration;
        activity = ClientTelemetry.Source.StartActivity(operation, ActivityKind.Client);
        Tell(operationKey, operation);
        Tell(TelemetryNames.Provider, TelemetryNames.ProviderValue);
    }

    /// <summary>Starts what the conventions call an operation of a model.</summary>
    internal static CallSpan OfModel(string operation) => new(ClientTelemetry.ModelDuration, operation, TelemetryNames.Operation);

    /// <summary>Starts any other operation.</summary>
    internal static CallSpan Of(string operation) => new(ClientTelemetry.Duration, operation, TelemetryNames.ClientOperation);

    /// <summary>Tells the span alone: ids and counts, of which there are too many for a metric.</summary>
    internal void Note(string key, object? value)
    {
        if (value is not null)
        {
            activity?.SetTag(key, value);
        }
    }

    /// <summary>Tells the span and the duration a word of which there are few.</summary>
    internal void Tell(string key, string? value)
    {
        if (value is not null)
        {
            told.Add(key, value);
            activity?.SetTag(key, value);
        }
    }

    /// <summary>Tells how often it was tried.</summary>
    internal void Attempts(int count) => Note(TelemetryNames.Attempts, count);

    /// <summary>Tells why it failed: a word, never the exception's text.</summary>
    internal void Failed(Exception failure)
    {
        (IReadOnlyList<RequestAttempt> attempts, bool unknown) = failure switch
        {
            TaskPlatformException ours => (ours.Attempts, ours.OutcomeUnknown),
            TaskPlatformCanceledException canceled => (canceled.Attempts, canceled.OutcomeUnknown),
            _ => ([], false),
        };
        Attempts(attempts.Count);
        Note(TelemetryNames.OutcomeUnknown, unknown ? true : null);
        Failed(ErrorWord.Of(failure));
    }

    /// <summary>Tells that it failed, by a word.</summary>
    internal void Failed(string error)
    {
        Tell(TelemetryNames.ErrorType, error);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>The words told so far, for a metric of the same operation.</summary>
    internal TagList Words => told;

    /// <summary>Ends the span and measures it.</summary>
    public void Dispose()
    {
        activity?.Dispose();
        duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, told);
    }

    /// <summary>Observes an operation that tells nothing of its result.</summary>
    internal static async ValueTask<T> ObserveAsync<T>(string operation, Guid? taskId, Func<ValueTask<T>> call, Func<T, int>? attempts)
    {
        using CallSpan span = Of(operation);
        span.Note(TelemetryNames.TaskId, taskId?.ToString());
        try
        {
            T result = await call().ConfigureAwait(false);
            if (attempts is not null)
            {
                span.Attempts(attempts(result));
            }

            return result;
        }
        catch (Exception failure)
        {
            span.Failed(failure);
            throw;
        }
    }
}
