using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Http.Requests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Files of every origin, of every odd length and name, sent and sent again over a real socket.</summary>
public sealed class UploadOriginTests : IDisposable
{
    private const int Piece = Base64Pieces.PieceSize;

    private static readonly (string Name, byte[] Content)[] Files =
    [
        ("empty.bin", []), ("qu\"ote's.png", Content(1)), ("line\r\nbreak\t.png", Content(2)), ("😀𝔘.png", Content(3)), ("ünï-日本.png", Content(4)), ("back\\slash/and.png", Content(5)),
        ("<html>&+\u2028\u0001\u007f.png", Content(Piece - 1)), ("edge.png", Content(Piece)), ("over.png", Content(Piece + 1)),
        ("twice-.png", Content((2 * Piece) - 1)), ("twice.png", Content(2 * Piece)), ("twice+.png", Content((2 * Piece) + 1)), ("large.png", Content(1_000_003)), ("last.bin", []),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("uploads").FullName;

    public static TheoryData<FileOrigin> Origins => [.. Enum.GetValues<FileOrigin>()];

    public static TheoryData<FileOrigin> Reopened => [.. Enum.GetValues<FileOrigin>().Except([FileOrigin.OneWayStream])];

    private static byte[] Expected => JsonSerializer.SerializeToUtf8Bytes(new
    {
        task_input = new { text = "Grüße \"😀\"" },
        task_files = Files.Select(static file => new { filename = file.Name, content = file.Content }),
        task_reference = "r-1",
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task Arrive_as_a_serializer_would_have_written_them(FileOrigin origin)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        await live.Client.Tasks.RunAsync(live.Task.Id, Request(origin), Cancellation);

        AssertWhole(live, origin, times: 1);
    }

    [Theory]
    [MemberData(nameof(Reopened))]
    public async Task Arrive_whole_and_the_same_when_the_first_try_was_throttled(FileOrigin origin)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.RunTask, 429, []);

        await live.Client.Tasks.RunAsync(live.Task.Id, Request(origin), Cancellation);

        AssertWhole(live, origin, times: 2);
    }

    [Theory]
    [MemberData(nameof(Reopened))]
    public async Task Arrive_whole_and_the_same_when_the_token_was_refused(FileOrigin origin)
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();
        live.Answer(FakeOperation.RunTask, 401, []);

        await live.Client.Tasks.RunAsync(live.Task.Id, Request(origin), Cancellation);

        AssertWhole(live, origin, times: 2);
    }

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task Arrive_whole_when_the_first_connection_was_refused(FileOrigin origin)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int connections = 0;
        using var network = new SocketsHttpHandler
        {
            ConnectCallback = async (context, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(connections++ == 0 ? closed.LocalEndPoint! : context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new TaskPlatformClient(live.Options, network);

        TaskRun run = await client.Tasks.RunAsync(live.Task.Id, Request(origin), Cancellation);

        run.Response!.Attempts.Select(static attempt => attempt.Outcome).Should().Equal(AttemptOutcome.NotSent, AttemptOutcome.Answered);
        AssertWhole(live, origin, times: 1);
    }

    private static void AssertWhole(ConnectedClient live, FileOrigin origin, int times)
    {
        byte[] expected = Expected;
        IReadOnlyList<FakeRequest> received = live.Platform.RequestsFor(FakeOperation.RunTask);
        received.Should().HaveCount(times);
        foreach (FakeRequest request in received)
        {
            request.Body.Span.SequenceEqual(expected).Should().BeTrue($"{request.Body.Length} bytes came where {expected.Length} were to");
            request.Headers.ContainsKey("Content-Length").Should().Be(IsOfKnownLength(origin));
            request.Headers.ContainsKey("Transfer-Encoding").Should().Be(!IsOfKnownLength(origin));
        }

        live.Task.Runs.Should().ContainSingle().Which.Uploads.Select(static file => file.Content.Length).Should().Equal(Files.Select(static file => file.Content.Length));
    }

    private static bool IsOfKnownLength(FileOrigin origin) => origin is not (FileOrigin.OneWayStream or FileOrigin.Opener);

    private RunTaskRequest Request(FileOrigin origin) => new()
    {
        Input = { ["text"] = "Grüße \"😀\"" },
        Files = [.. Files.Select((file, index) => Make(origin, file.Name, file.Content, Path.Combine(folder, $"{index}")))],
        Reference = "r-1",
    };

    private static TaskFile Make(FileOrigin origin, string name, byte[] content, string path)
    {
        File.WriteAllBytes(path, content);
        return origin switch
        {
            FileOrigin.Path => TaskFile.FromPath(path, name),
            FileOrigin.Bytes => TaskFile.FromBytes(name, content),
            FileOrigin.SeekableStream => TaskFile.FromStream(name, new MemoryStream(content)),
            FileOrigin.OneWayStream => TaskFile.FromStream(name, new OneWayStream(content)),
            FileOrigin.Opener => TaskFile.FromOpener(name, _ => new(new OneWayStream(content))),
            _ => TaskFile.FromOpener(name, _ => new(new OneWayStream(content)), content.Length),
        };
    }

    private static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }
}
