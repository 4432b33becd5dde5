namespace TaskPlatform.Client.Tests.Faults;

/// <summary>One experiment: a fault, met once or again and again, by a call of a client set one way.</summary>
internal sealed record LabCell(Fault Fault, bool Again, LabCall Call, bool Repeats, LabFallback Fallback)
{
    private static readonly bool[] Either = [false, true];

    /// <summary>Whether carrying the call out costs or changes something.</summary>
    internal bool IsPaid => Call is not (LabCall.ReadFile or LabCall.Token);

    /// <summary>Whether how it comes out is decided by who is faster, too.</summary>
    internal bool Races => Fault.Races || (Call == LabCall.ReadFile && Fault is { Until: Moment.AnswerBody, Ending: Ending.Stall });

    internal static IEnumerable<LabCell> All =>
        from fault in FaultList.All
        from call in Enum.GetValues<LabCall>()
        where Applies(fault, call)
        from again in Either
        from repeats in Either
        from fallback in IsRun(call) ? Enum.GetValues<LabFallback>() : [LabFallback.Off]
        select new LabCell(fault, again, call, repeats, fallback);

    public override string ToString() =>
        $"{Fault.Name,-38} {(Again ? "always" : "once"),-6} {Call,-11} {(Repeats ? "3 attempts" : "1 attempt"),-10} {(Fallback == LabFallback.Off ? "" : $"fallback {Fallback}"),-18}";

    // Only a run can be a failed one; a file is handed out as a stream, whose silence starts a limit of its own.
    private static bool Applies(Fault fault, LabCall call) =>
        fault.IsRunError ? IsRun(call) : call != LabCall.ReadFile || fault is not { Until: Moment.AnswerBody, Ending: Ending.Stall, CallerCancels: false };

    internal static bool IsRun(LabCall call) => call is LabCall.Run or LabCall.RunWithFile or LabCall.RunInChunks;
}
