using System.Reflection;
using System.Runtime.Versioning;
using TaskPlatform.Client.Tests.Conventions;
using Xunit;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>A paid call is never made twice and never lost, whatever goes wrong on the way: every fault against every call.</summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    private static readonly string Framework =
        typeof(FaultMatrixTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Split("=v")[1];

    [Fact]
    public void Nothing_is_carried_out_twice() => Holds(
        static result => result.Executions <= 1 && result.FallbackExecutions <= (result.Cell.Fallback == LabFallback.Off ? 0 : 1));

    [Fact]
    public void What_was_answered_was_carried_out_once() => Holds(
        static result => result.Answer is null || result.Cell.Call == LabCall.ReadFile
            || (result.Answer.Text == "answered by the fallback" ? result.FallbackExecutions : result.Executions) == 1);

    [Fact]
    public void What_may_have_been_carried_out_unseen_says_so() => Holds(
        static result => result.Failure is null || !result.Cell.IsPaid || result.Cell.Fault.IsRunError
            || result.Executions + result.FallbackExecutions == 0 || result.OutcomeUnknown);

    [Fact]
    public void What_was_surely_not_carried_out_says_so() => Holds(
        static result => !result.OutcomeUnknown
            || (result.Cell.IsPaid && !SurelyKnown(result.Cell.Fault) && result.Attempts.Any(static attempt => attempt.Outcome == AttemptOutcome.Unknown)));

    [Fact]
    public void Every_exception_is_the_clients_own() => Holds(
        static result => result.Failure is null or TaskPlatformException || (result.Failure is TaskPlatformCanceledException && result.Cell.Fault.CallerCancels));

    [Fact]
    public void The_fallback_is_asked_last_and_only_when_it_may_be() => Holds(
        static result => result.Requests.Count(static request => request.Head.UsesFallback) is var asked
            && result.Requests.SkipWhile(static request => !request.Head.UsesFallback).Count() == asked
            && (asked == 0 || (result.Cell.Fallback == LabFallback.OnUnknown && !result.Cell.Fault.CallerCancels) || (result.Cell.Fallback == LabFallback.OnFailure && result.Cell.Fault.AsksForFallback)));

    [Fact]
    public void No_paid_request_goes_out_that_no_attempt_tells_of() => Holds(
        static result => !result.Cell.IsPaid
            || (result.Attempts.Count <= (result.Cell.Repeats ? 3 : 1) * (result.Cell.Fallback == LabFallback.Off ? 1 : 2)
                && (result.Answer is not null || result.Requests.Count <= result.Attempts.Count)));

    [Fact]
    public void Only_reads_follow_a_redirect_and_without_the_bearer() => Holds(
        static result => result.Elsewhere.All(request => result.Cell.Call == LabCall.ReadFile && !request.Head.HasAuthorization));

    [Fact]
    public void No_connection_is_left_behind() => Holds(static result => result.IsLeft);

    [Fact]
    public void Nobody_is_left_waiting_behind() => Holds(static result => result.TimersLeft == 0);

    [Fact]
    public void What_may_have_been_carried_out_says_where_to_look() => Holds(
        static result => !result.OutcomeUnknown || result.Failure switch
        {
            TaskPlatformException failure => Tells(result.Cell, failure.TaskId, failure.Reference, failure.SentAt),
            TaskPlatformCanceledException canceled => Tells(result.Cell, canceled.TaskId, canceled.Reference, canceled.SentAt),
            _ => false,
        });

    [Fact]
    public void A_run_whose_answer_broke_after_its_headers_is_named() => Holds(
        static result => result.Failure is not TaskPlatformException { OutcomeUnknown: true } failure || result.Cell.Races || result.Cell.Fault.Ending == Ending.Stall
            || !LabCell.IsRun(result.Cell.Call) || (result.Cell.Fault.Until != Moment.AnswerBody && result.Cell.Fault.LengthLie == 0)
            || failure.RunId == LabCalls.RunId);

    [Fact]
    public void The_table_is_the_approved_one()
    {
        string[] approved = FaultTable.Approved;
        string[] received = FaultTable.Lines([.. matrix.Results]);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', received));
        string receivedFile = Path.ChangeExtension(FaultTable.File, $".net{Framework}.received.txt"); // both frameworks may be tested at once
        if (received.SequenceEqual(approved))
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, string.Join('\n', received) + '\n');
        Convention.Holds(
            $"Experiments came out otherwise than approved. If that is meant: cp \"{Repository.Name(receivedFile)}\" \"{Repository.Name(FaultTable.File)}\"",
            [.. approved.Except(received, StringComparer.Ordinal).Select(static line => "- " + line), .. received.Except(approved, StringComparer.Ordinal).Select(static line => "+ " + line)]);
    }

    private static bool Tells(LabCell cell, Guid? taskId, string? reference, DateTimeOffset? sentAt) =>
        sentAt is not null && (cell.Call == LabCall.UpdateAgent || taskId == LabCalls.TaskId) && (cell.Call != LabCall.Run || reference == "order-42");

    private static bool SurelyKnown(Fault fault) =>
        fault.Until == Moment.Connect || fault.Name == "no fault" || fault.IsRunError || (fault.Refuses && !fault.Races);

    private void Holds(Func<LabResult, bool> rule, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => Convention.Holds(
        $"{name.Replace('_', ' ')}:",
        from result in matrix.Results where !rule(result) select $"{result.Cell} | {result.Text}");
}
