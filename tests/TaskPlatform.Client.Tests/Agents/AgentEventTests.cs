using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

/// <summary>Each kind of event, read from the bytes the contract shows.</summary>
public sealed class AgentEventTests
{
    [Fact]
    public async Task Reads_every_kind_of_event()
    {
        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await ReadAsync(
            """{"event_type":"session_id","metadata":{"session_id":"s-1"}}""",
            """{"event_type":"text","content":"The vase "}""",
            """{"event_type":"text_chunk","content":"is lost."}""",
            """{"event_type":"tool_call","author":"claims_desk","tool_calls":[{"name":"triage","args":{"carrier":"Greyline"}}]}""",
            """{"event_type":"tool_result","author":"claims_desk","tool_results":[{"name":"triage","tool_result_type":"task","task_run_id":"0199c0f5-58b0-d3f9-e7c2-14a86f0bd95e","is_formatter_output":true,"result":{"severity":"total"}}]}""",
            """{"event_type":"formatted_output","content":{"refund":true}}""",
            """{"event_type":"approval_required","metadata":{"approval_request_id":"a-1","tool_name":"refund"}}""",
            """{"event_type":"memory_compaction"}""",
            """{"event_type":"done","metadata":{"used_fallback_model":true,"fallback_model_id":"01985d90-2b67-f1c3-e09a-47ad5c81be22","input_tokens":7,"charged_credits":"1.50"}}""");

        failure.Should().BeNull();
        events.Select(static one => one.GetType().Name).Should().Equal(
            nameof(AgentSessionEvent), nameof(AgentTextEvent), nameof(AgentTextEvent), nameof(AgentToolCallEvent), nameof(AgentToolResultEvent),
            nameof(AgentFormattedOutputEvent), nameof(AgentApprovalRequiredEvent), nameof(AgentMemoryCompactionEvent), nameof(AgentDoneEvent));
        ((AgentSessionEvent)events[0]).SessionId.Should().Be("s-1");
        string.Concat(events.OfType<AgentTextEvent>().Select(static one => one.Text)).Should().Be("The vase is lost.");
        AgentToolCall call = ((AgentToolCallEvent)events[3]).Calls.Should().ContainSingle().Subject;
        (call.Name, call.Arguments.GetRawText(), events[3].Author).Should().Be(("triage", """{"carrier":"Greyline"}""", "claims_desk"));
        AgentToolResult result = ((AgentToolResultEvent)events[4]).Results.Should().ContainSingle().Subject;
        (result.Name, result.ToolResultType, result.TaskRunId, result.IsFormatterOutput, result.Result.GetRawText())
            .Should().Be(("triage", "task", Guid.Parse("0199c0f5-58b0-d3f9-e7c2-14a86f0bd95e"), true, """{"severity":"total"}"""));
        ((AgentFormattedOutputEvent)events[5]).Output.GetRawText().Should().Be("""{"refund":true}""");
        (((AgentApprovalRequiredEvent)events[6]).ApprovalRequestId, ((AgentApprovalRequiredEvent)events[6]).ToolName).Should().Be(("a-1", "refund"));
        var done = (AgentDoneEvent)events[8];
        (done.UsedFallbackModel, done.FallbackModelId, done.Usage.InputTokens, done.Usage.OutputTokens, done.Usage.ChargedCredits)
            .Should().Be((true, Guid.Parse("01985d90-2b67-f1c3-e09a-47ad5c81be22"), 7L, null, 1.50m));
    }

    [Theory]
    [InlineData("""{"event_type":"error","error_code":"INSUFFICIENT_CREDITS","termination_reason":"insufficient_credits","error_message":"Not enough credits."}""")]
    [InlineData("""{"event_type":"error","metadata":{"error_code":"INSUFFICIENT_CREDITS","termination_reason":"insufficient_credits","error_message":"Not enough credits."}}""")]
    public async Task An_error_is_the_last_event_wherever_it_tells_its_reason(string data)
    {
        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await ReadAsync(data);

        failure.Should().BeNull("it is told, and a reader of events sees it");
        AgentErrorEvent error = events.Should().ContainSingle().Which.Should().BeOfType<AgentErrorEvent>().Subject;
        (error.ErrorCode, error.TerminationReason, error.ErrorMessage).Should().Be(("INSUFFICIENT_CREDITS", "insufficient_credits", "Not enough credits."));
    }

    [Theory]
    [InlineData("""{"event_type":"plan_updated","metadata":{"steps":2}}""", "plan_updated", JsonValueKind.Object)]
    [InlineData("""{"content":"no kind at all"}""", "message", JsonValueKind.Object)]
    [InlineData("[DONE]", "message", JsonValueKind.String)]
    [InlineData("[1,2]", "message", JsonValueKind.String)]
    [InlineData("{\"event_type\":", "message", JsonValueKind.String)]
    public async Task What_is_not_known_is_kept(string data, string type, JsonValueKind kind)
    {
        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await ReadAsync(data, """{"event_type":"done"}""");

        failure.Should().BeNull();
        UnknownAgentEvent unknown = events[0].Should().BeOfType<UnknownAgentEvent>().Subject;
        unknown.EventType.Value.Should().Be(type);
        unknown.Raw.ValueKind.Should().Be(kind);
        (kind == JsonValueKind.String ? unknown.Raw.GetString() : unknown.Raw.GetRawText()).Should().Be(data);
        events[1].Should().BeOfType<AgentDoneEvent>();
    }

    [Fact]
    public async Task Keys_of_another_type_read_as_nothing()
    {
        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await ReadAsync(
            """{"event_type":"session_id","metadata":"none"}""",
            """{"event_type":"text","content":{"a":1}}""",
            """{"event_type":"tool_call","tool_calls":{"name":"x"}}""",
            """{"event_type":"tool_result","tool_results":[7,{"name":5,"task_run_id":"no","is_formatter_output":"yes"}]}""",
            """{"event_type":"done","metadata":{"used_fallback_model":"no","fallback_model_id":"x","charged_credits":"many"}}""");

        failure.Should().BeNull();
        ((AgentSessionEvent)events[0]).SessionId.Should().BeNull();
        ((AgentTextEvent)events[1]).Text.Should().BeEmpty();
        ((AgentToolCallEvent)events[2]).Calls.Should().BeEmpty();
        ((AgentToolResultEvent)events[3]).Results.Select(static result => (result.Name, result.TaskRunId, result.IsFormatterOutput)).Should().Equal(("", null, false), ("5", null, false));
        var done = (AgentDoneEvent)events[4];
        (done.UsedFallbackModel, done.FallbackModelId, done.Usage.ChargedCredits, done.Usage.ChargedCreditsText).Should().Be((null, null, null, "many"));
    }

    [Fact]
    public async Task An_event_may_have_its_kind_on_a_line_of_its_own()
    {
        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await AgentStreams.ReadAsync("event: text\ndata: {\"content\":\"a\"}\n\nevent: done\ndata: {}\n\n"u8.ToArray());

        failure.Should().BeNull();
        ((AgentTextEvent)events[0]).Text.Should().Be("a");
        events[1].Should().BeOfType<AgentDoneEvent>();
    }

    [Fact]
    public async Task Text_that_is_no_valid_Unicode_loses_no_event()
    {
        byte[] bytes = [.. "data: {\"event_type\":\"text\",\"content\":\"a"u8, 0xFF, .. "\\ud800b\"}\n\ndata: {\"event_type\":\"done\"}\n\n"u8];

        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await AgentStreams.ReadAsync(bytes);

        failure.Should().BeNull();
        ((AgentTextEvent)events[0]).Text.Should().Be("a��b");
    }

    private static Task<(IReadOnlyList<TaskAgentEvent> Events, Exception? Failure)> ReadAsync(params string[] data) =>
        AgentStreams.ReadAsync(Encoding.UTF8.GetBytes(string.Concat(data.Select(static one => $"data: {one}\n\n"))));
}
