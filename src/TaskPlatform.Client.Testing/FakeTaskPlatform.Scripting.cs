using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TaskPlatform.Client.Testing.Scripting;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing;

// What is to go wrong, and when.
public sealed partial class FakeTaskPlatform
{
    /// <summary>Has the next call of a kind answered by the script instead of by the platform.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="status">The status.</param>
    /// <param name="body">The body; empty by default.</param>
    /// <param name="contentType">The media type of the body.</param>
    /// <param name="retryAfter">Sent as <c>Retry-After</c> in whole seconds; null sends none.</param>
    /// <param name="times">How many calls.</param>
    /// <param name="at">How far such a call comes first. With <see cref="FakeMoment.AfterExecution"/> the run exists and is charged, and only its answer is replaced.</param>
    public void RespondNext(
        FakeOperation operation,
        HttpStatusCode status,
        string body = "",
        string contentType = "application/json",
        TimeSpan? retryAfter = null,
        int times = 1,
        FakeMoment at = FakeMoment.BeforeExecution) =>
        RespondNext(
            operation,
            _ =>
            {
                HttpResponseMessage answer = Answer.Bytes(status, Encoding.UTF8.GetBytes(body), contentType);
                answer.Headers.RetryAfter = retryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null;
                return answer;
            },
            times,
            at);

    /// <summary>Has the next call of a kind answered by a function instead of by the platform: for any header, any content, a stream that breaks.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="respond">Makes the answer, a new one for each call.</param>
    /// <param name="times">How many calls.</param>
    /// <param name="at">How far such a call comes first.</param>
    public void RespondNext(
        FakeOperation operation,
        Func<FakeRequest, HttpResponseMessage> respond,
        int times = 1,
        FakeMoment at = FakeMoment.BeforeExecution)
    {
        ArgumentNullException.ThrowIfNull(respond);
        script.AddOutcome(operation, times, new ScriptStep(at, (request, _, _) => Task.FromResult<HttpResponseMessage?>(respond(request))));
    }

    /// <summary>Has the platform answer the next call of a kind itself, and changes the answer on its way: drops a header, replaces the content.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="edit">Changes the answer.</param>
    /// <param name="times">How many calls.</param>
    public void EditNext(FakeOperation operation, Action<HttpResponseMessage> edit, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(edit);
        script.AddOutcome(operation, times, new ScriptStep(FakeMoment.AfterExecution, (_, answer, _) =>
        {
            edit(answer!);
            return Task.FromResult(answer);
        }));
    }

    /// <summary>Breaks the next call of a kind off, as a lost connection does.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="exception">What the sender gets, the same object for each call.</param>
    /// <param name="times">How many calls.</param>
    /// <param name="at">How far such a call comes first. By default nothing of its body was asked for, so it surely did not run; with <see cref="FakeMoment.AfterExecution"/> it ran and the answer is lost.</param>
    public void ThrowNext(FakeOperation operation, Exception exception, int times = 1, FakeMoment at = FakeMoment.BeforeBody)
    {
        ArgumentNullException.ThrowIfNull(exception);
        script.AddOutcome(operation, times, new ScriptStep(at, (_, _, _) => Task.FromException<HttpResponseMessage?>(exception)));
    }

    /// <summary>Keeps the next call of a kind waiting until the test lets it go; what is scripted besides happens then.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="times">How many calls; <see cref="FakeHold.Arrived"/> waits for all of them.</param>
    /// <param name="at">How far such a call comes first.</param>
    /// <returns>What tells that they have arrived and lets them go.</returns>
    public FakeHold HoldNext(FakeOperation operation, int times = 1, FakeMoment at = FakeMoment.BeforeExecution)
    {
        var hold = new FakeHold(times);
        script.AddWait(operation, times, new ScriptStep(at, async (_, _, cancellationToken) =>
        {
            await hold.WaitAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }));
        return hold;
    }

    /// <summary>Makes the next call of a kind slow, by the clock of the platform.</summary>
    /// <param name="operation">Which calls.</param>
    /// <param name="delay">How long such a call waits.</param>
    /// <param name="times">How many calls.</param>
    /// <param name="at">How far such a call comes first.</param>
    public void DelayNext(FakeOperation operation, TimeSpan delay, int times = 1, FakeMoment at = FakeMoment.BeforeExecution) =>
        script.AddWait(operation, times, new ScriptStep(at, async (_, _, cancellationToken) =>
        {
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            return null;
        }));
}
