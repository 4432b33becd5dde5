using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Http.Requests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>The body of a run with files, as the server received it.</summary>
public sealed class UploadTests
{
    private const int Piece = Base64Pieces.PieceSize;

    public static TheoryData<int> Lengths => [0, 1, 2, 3, 4, 5, Piece - 1, Piece, Piece + 1, (2 * Piece) - 1, 2 * Piece, (2 * Piece) + 1, 200_000];

    public static TheoryData<string> Names =>
    [
        "plain.png", "with blank.png", "qu\"ote's.png", "line\r\nbreak\t.png", "back\\slash/and.png", "ünï-日本.png", "😀.png",
        "<html>&+.png", "../up.png", "\u2028\u0001\u007f.png", ".", "{}[],:",
    ];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Equals_what_a_serializer_would_have_written(int length)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        byte[] content = Content(length);

        await RunAsync(live, new RunTaskRequest { Input = { ["text"] = "Grüße \"😀\"" }, Files = [TaskFile.FromBytes("a.bin", content)], Reference = "r-1" });

        FakeRequest received = Received(live);
        received.Text.Should().Be(JsonSerializer.Serialize(new
        {
            task_input = new { text = "Grüße \"😀\"" },
            task_files = new[] { new { filename = "a.bin", content } },
            task_reference = "r-1",
        }));
        received.Headers["Content-Length"].Should().Be($"{received.Body.Length}");
        received.Headers["Content-Type"].Should().Be("application/json");
        live.Task.Runs.Single().Uploads.Single().Content.ToArray().Should().Equal(content);
    }

    [Fact]
    public async Task Holds_several_files_in_their_order()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        byte[][] contents = [Content(Piece + 1), [], Content(1), Content(100_001)];

        await RunAsync(live, new RunTaskRequest { Files = [.. contents.Select((content, i) => TaskFile.FromBytes($"{i}.bin", content))] });

        Received(live).Text.Should().Be(JsonSerializer.Serialize(new
        {
            task_input = new { },
            task_files = contents.Select((content, i) => new { filename = $"{i}.bin", content }),
        }));
        Received(live).Headers["Content-Length"].Should().Be($"{Received(live).Body.Length}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Carries_any_name(string name)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromBytes(name, new byte[] { 1 })] });

        Received(live).Text.Should().Be(JsonSerializer.Serialize(new { task_input = new { }, task_files = new[] { new { filename = name, content = new byte[] { 1 } } } }));
        ((string?)Received(live).ReadJson()!["task_files"]![0]!["filename"]).Should().Be(name);
    }

    [Fact]
    public async Task Puts_fields_of_the_callers_own_behind()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromBytes("a", new byte[] { 1 })], Reference = "r", AdditionalFields = { ["context_id"] = "c", ["none"] = null } });

        Received(live).Text.Should().Be("""{"task_input":{},"task_files":[{"filename":"a","content":"AQ=="}],"task_reference":"r","context_id":"c","none":null}""");
    }

    [Fact]
    public async Task Is_sent_in_chunks_when_a_length_is_not_known()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        byte[] content = Content(100_000);

        await RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromStream("s.bin", new OneWayStream(content)), TaskFile.FromBytes("b.bin", content)] });

        FakeRequest received = Received(live);
        received.Headers.Should().NotContainKey("Content-Length");
        received.Headers["Transfer-Encoding"].Should().Be("chunked");
        received.Text.Should().Be(JsonSerializer.Serialize(new
        {
            task_input = new { },
            task_files = new[] { new { filename = "s.bin", content }, new { filename = "b.bin", content } },
        }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(Piece)]
    [InlineData(Piece + 5)]
    [InlineData(300_000)]
    public async Task A_file_that_grows_is_an_error_and_nothing_is_run(int announced)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            RunAsync(live, new RunTaskRequest { Reference = "r", Files = [Announced(announced, announced + 1)] }));

        failure.Message.Should().Contain("grew").And.Contain($"{announced}");
        AssertNothingRan(live, failure);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(300_000)]
    public async Task A_file_that_shrinks_is_an_error_and_nothing_is_run(int announced)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            RunAsync(live, new RunTaskRequest { Reference = "r", Files = [Announced(announced, announced - 1)] }));

        failure.Message.Should().Contain("shrank").And.Contain($"{announced}");
        AssertNothingRan(live, failure);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_is_an_error_of_the_file_not_of_the_connection()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() =>
            RunAsync(live, new RunTaskRequest { Reference = "r", Files = [TaskFile.FromOpener("f", _ => new(new OneWayStream(Content(60_000), new IOException("disk"))), 200_000)] }));

        failure.Should().BeOfType<TaskPlatformException>().Which.InnerException.Should().BeOfType<IOException>().Which.Message.Should().Be("disk");
        failure.Message.Should().Contain("Files[0]");
        AssertNothingRan(live, failure);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_an_error_of_the_file()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformException failure = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => RunAsync(live, new RunTaskRequest
        {
            Reference = "r",
            Files = [TaskFile.FromBytes("a", new byte[] { 1 }), TaskFile.FromOpener("f", _ => throw new UnauthorizedAccessException("vault is locked"))],
        }));

        failure.Should().BeOfType<TaskPlatformException>().Which.InnerException.Should().BeOfType<UnauthorizedAccessException>();
        failure.Message.Should().Contain("Files[1]");
        AssertNothingRan(live, failure);
    }

    [Fact]
    public async Task A_missing_file_fails_before_a_byte_is_sent()
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Func<Task> run = () => RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromPath(path)] });

        (await run.Should().ThrowAsync<FileNotFoundException>()).Which.FileName.Should().Be(path);
        live.Platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync(options => options.Fallback.Mode = FallbackMode.OnFailure);
        live.Answer(FakeOperation.RunTask, 429, [], times: 5);

        await ConnectedClient.ThrownAsync<TaskPlatformRateLimitException>(() =>
            RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromStream("s", new OneWayStream(Content(10)))] }));

        live.Platform.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_where_it_stood()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.RunTask, 429, [], times: 2);
        var stream = new MemoryStream(Content(10)) { Position = 4 };

        await RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromStream("s", stream)] });

        live.Platform.RequestsFor(FakeOperation.RunTask).Select(request => request.Text).Distinct(StringComparer.Ordinal).Should().ContainSingle();
        live.Task.Runs.Single().Uploads.Single().Content.ToArray().Should().Equal(Content(10)[4..]);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 200)]
    [InlineData(true, 400)]
    [InlineData(false, 400)]
    public async Task A_stream_is_closed_at_the_end_unless_the_caller_keeps_it(bool leaveOpen, int status)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(FakeOperation.RunTask, answer => answer.StatusCode = (System.Net.HttpStatusCode)status);
        using var stream = new MemoryStream(Content(10));

        await Record.ExceptionAsync(() => RunAsync(live, new RunTaskRequest { Files = [TaskFile.FromStream("s", stream, leaveOpen)] }));

        stream.CanRead.Should().Be(leaveOpen);
    }

    [Fact]
    public async Task Tells_how_far_it_has_got()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        var told = new List<TransferProgress>();

        await live.Client.Tasks.RunAsync(
            live.Task.Id,
            new RunTaskRequest { Files = [TaskFile.FromBytes("a", Content(200_000))] },
            new RequestOptions { Progress = new Listener(told.Add) },
            TestContext.Current.CancellationToken);

        long length = Received(live).Body.Length;
        told.Should().OnlyContain(progress => progress.TotalBytes == length);
        told.Select(progress => progress.BytesTransferred).Should().BeInAscendingOrder();
        told[^1].BytesTransferred.Should().Be(length);
    }

    private static void AssertNothingRan(ConnectedClient live, TaskPlatformException failure)
    {
        failure.OutcomeUnknown.Should().BeFalse();
        failure.TaskId.Should().Be(live.Task.Id);
        failure.Reference.Should().Be("r");
        failure.Attempts.Select(attempt => attempt.Outcome).Should().Equal(AttemptOutcome.CutOff);
        live.Platform.ExecutedRuns.Should().Be(0);
    }

    private static TaskFile Announced(int announced, int actual) => TaskFile.FromOpener("f", _ => new(new MemoryStream(Content(actual))), announced);

    private static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(7).NextBytes(content);
        return content;
    }

    private static FakeRequest Received(ConnectedClient live) => live.Platform.RequestsFor(FakeOperation.RunTask).Single();

    private static Task<TaskRun> RunAsync(ConnectedClient live, RunTaskRequest request) =>
        live.Client.Tasks.RunAsync(live.Task.Id, request, TestContext.Current.CancellationToken);
}
