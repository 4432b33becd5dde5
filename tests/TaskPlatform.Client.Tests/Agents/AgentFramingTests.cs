using System.Globalization;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Http.Answers;
using TaskPlatform.Client.Tests.Fuzz;
using Xunit;

namespace TaskPlatform.Client.Tests.Agents;

/// <summary>However the bytes of a stream fall, its events are read; and wherever it is cut, what had come is told.</summary>
public sealed class AgentFramingTests
{
    // Comments, a keep-alive, CRLF, CR, a name, an id, a retry, data of several lines, data without a blank, letters of four bytes.
    private const string Stream =
        ": welcome\n\n"
        + "data: {\"event_type\":\"session_id\",\"metadata\":{\"session_id\":\"s-1\"}}\r\n\r\n"
        + "event: text\r\nid: 7\r\nretry: 1000\r\ndata:{\"event_type\":\"text\",\"content\":\"Zwölf \"}\r\n\r\n"
        + ":\r\r"
        + "data: {\"event_type\":\"text\",\ndata: \"content\":\"Boxkämpfer 🥊\"}\n\n"
        + "unknown: field\ndata: {\"event_type\":\"new_kind\"}\n\n"
        + "data: {\"event_type\":\"done\"}\n\n";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Stream);

    [Fact]
    public async Task Split_at_every_byte_the_events_are_the_same()
    {
        for (int size = 1; size <= Bytes.Length; size++)
        {
            (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await AgentStreams.ReadAsync(Bytes, size);

            failure.Should().BeNull();
            Told(events).Should().Equal(["session s-1", "text Zwölf ", "text Boxkämpfer 🥊", "new_kind", "done"], "pieces of {0} bytes", size);
        }
    }

    [Fact]
    public async Task Split_in_two_at_every_place_the_events_are_the_same()
    {
        for (int at = 1; at < Bytes.Length; at++)
        {
            byte[][] pieces = [Bytes[..at], Bytes[at..]];
            using var handler = new AnsweringHandler(_ => AgentStreams.Answer(new PieceStream(pieces, pieceSize: 0)));
            using TaskPlatformClient client = AgentStreams.Client(handler);

            (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await AgentStreams.ReadAsync(
                client.Agents.RunAsync(AgentStreams.AgentId, new RunTaskAgentRequest { Message = "Hello" }, TestContext.Current.CancellationToken));

            failure.Should().BeNull();
            Told(events).Should().HaveCount(5, "split at {0}", at);
        }
    }

    [Fact]
    public async Task Cut_at_every_place_it_is_told_how_far_it_came()
    {
        for (int length = 0; length < Bytes.Length; length++)
        {
            (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await AgentStreams.ReadAsync(Bytes[..length]);
            if (events is [.., AgentDoneEvent])
            {
                continue; // all that is cut off is the line end behind the last event
            }

            TaskAgentRunFailedException broken = failure.Should().BeOfType<TaskAgentRunFailedException>("cut after {0} bytes", length).Subject;
            broken.OutcomeUnknown.Should().BeTrue();
            broken.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.Unknown);
            broken.AgentId.Should().Be(AgentStreams.AgentId);
            broken.Run!.EventCount.Should().Be(events.Count);
            broken.Run.SessionId.Should().Be(events.Count > 0 ? "s-1" : null);
            broken.Run.Text.Should().Be(string.Concat(events.OfType<AgentTextEvent>().Select(static one => one.Text)));
            broken.Run.End.Should().BeNull();
            broken.Message.Should().Contain(events.Count.ToString(CultureInfo.InvariantCulture) + " event(s)").And.NotContain("Zwölf");
        }
    }

    [Fact]
    public async Task A_lost_connection_is_told_with_its_cause()
    {
        byte[] begun = Encoding.UTF8.GetBytes(Stream[..Stream.IndexOf(":\r\r", StringComparison.Ordinal)]);
        using var handler = new AnsweringHandler(_ => AgentStreams.Answer(new BreakingStream(begun)));
        using TaskPlatformClient client = AgentStreams.Client(handler);

        (IReadOnlyList<TaskAgentEvent> events, Exception? failure) = await AgentStreams.ReadAsync(
            client.Agents.RunAsync(AgentStreams.AgentId, new RunTaskAgentRequest { Message = "Hello" }, TestContext.Current.CancellationToken));

        Told(events).Should().Equal("session s-1", "text Zwölf ");
        TaskAgentRunFailedException broken = failure.Should().BeOfType<TaskAgentRunFailedException>().Subject;
        broken.InnerException.Should().BeOfType<TaskPlatformConnectionException>();
        broken.OutcomeUnknown.Should().BeTrue();
        broken.Run!.Text.Should().Be("Zwölf ");
    }

    [Fact]
    public async Task An_event_without_an_end_is_not_read_for_ever()
    {
        var endless = new EndlessStream("data: aaaaaaaaaaaaaaaaaaaa\n"u8.ToArray());
        using var handler = new AnsweringHandler(_ => AgentStreams.Answer(endless));
        using TaskPlatformClient client = AgentStreams.Client(handler);

        (_, Exception? failure) = await AgentStreams.ReadAsync(
            client.Agents.RunAsync(AgentStreams.AgentId, new RunTaskAgentRequest { Message = "Hello" }, TestContext.Current.CancellationToken));

        failure.Should().BeOfType<TaskAgentRunFailedException>().Which.InnerException.Should().BeOfType<TaskPlatformSerializationException>();
        endless.Given.Should().BeLessThan(2L * EventSizeStream.Largest);
    }

    private static IEnumerable<string> Told(IReadOnlyList<TaskAgentEvent> events) => events.Select(static one => one switch
    {
        AgentSessionEvent session => "session " + session.SessionId,
        AgentTextEvent text => "text " + text.Text,
        _ => one.EventType.Value,
    });
}
