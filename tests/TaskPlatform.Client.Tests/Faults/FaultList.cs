namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Every fault the laboratory knows.</summary>
internal static class FaultList
{
    internal static readonly IReadOnlyList<Fault> All =
    [
        new("no fault", Moment.Answer),
        new("port closed", Moment.Connect),
        new("reset before the request", Moment.Accept, Ending.Reset) { Races = true },
        new("reset within the headers", Moment.Headers, Ending.Reset) { Races = true },
        new("reset within the body", Moment.Body, Ending.Reset) { Races = true },
        new("reset after the request", Moment.Request, Ending.Reset),
        new("closed before the request", Moment.Accept, Ending.Close) { Races = true },
        new("closed within the headers", Moment.Headers, Ending.Close),
        new("closed within the body", Moment.Body, Ending.Close),
        new("closed after the request", Moment.Request, Ending.Close),
        new("half the status line, closed", Moment.StatusLine, Ending.Close),
        new("half the status line, reset", Moment.StatusLine, Ending.Reset),
        new("half the headers, closed", Moment.AnswerHeaders, Ending.Close),
        new("half the headers, reset", Moment.AnswerHeaders, Ending.Reset),
        new("half the body, closed", Moment.AnswerBody, Ending.Close),
        new("half the body, reset", Moment.AnswerBody, Ending.Reset) { Races = true },
        new("dribbled answer", Moment.Answer) { Dribbles = true },
        new("never answered", Moment.Request, Ending.Stall),
        new("half the headers, silence", Moment.AnswerHeaders, Ending.Stall),
        new("half the body, silence", Moment.AnswerBody, Ending.Stall),
        new("never answered, caller cancels", Moment.Request, Ending.Stall) { CallerCancels = true },
        new("half the body, caller cancels", Moment.AnswerBody, Ending.Stall) { CallerCancels = true },
        new("length too long", Moment.Answer, Ending.Close) { LengthLie = 10 },
        new("length too short", Moment.Answer) { LengthLie = -10, Races = true },
        new("kept alive, then closed", Moment.Answer, Ending.Close) { WarmUp = WarmUp.Faulty, Races = true },
        new("kept alive, then reset", Moment.Answer, Ending.Reset) { WarmUp = WarmUp.Faulty, Races = true },
        new("kept alive, reset by the next request", Moment.Headers, Ending.Reset) { WarmUp = WarmUp.Healthy, Races = true },
        new("413 before the body, heard out", Moment.Body, Ending.Close) { Status = 413 },
        new("413 before the body, reset", Moment.Body, Ending.Reset) { Status = 413, Races = true },
        new("307 to itself", Moment.Answer) { Status = 307, Redirect = RedirectTarget.Itself },
        new("307 elsewhere", Moment.Answer) { Status = 307, Redirect = RedirectTarget.Elsewhere },
        new("408", Moment.Answer) { Status = 408 },
        new("429", Moment.Answer) { Status = 429 },
        new("500", Moment.Answer) { Status = 500 },
        new("502", Moment.Answer) { Status = 502 },
        new("503", Moment.Answer) { Status = 503 },
        new("503 with Retry-After", Moment.Answer) { Status = 503, HasRetryAfter = true },
        new("504", Moment.Answer) { Status = 504 },
        new("520", Moment.Answer) { Status = 520 },
        new("run error", Moment.Answer) { IsRunError = true },
    ];
}
