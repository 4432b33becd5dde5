using System.Net;
using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.CallerContext;

/// <summary>
/// A caller that blocks on a call in a context of its own, as a UI thread may, waits for ever if the call has to come
/// back to that context. So no call does, wherever it has to wait.
/// </summary>
public sealed class CallerContextTests : IDisposable
{
    private const string Run = """{"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6"}""";
    private const string FailedRun = """{"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6","is_error":true}""";

    private static readonly Guid Id = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    private readonly Gate gate = new();
    private readonly CountingContext context = new();
    private readonly ManualTimeProvider clock = new();
    private readonly List<IDisposable> clients = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => clients.ForEach(static client => client.Dispose());

    [Theory]
    [InlineData(FallbackMode.OnFailure, null)]
    [InlineData(FallbackMode.Never, null)]
    [InlineData(FallbackMode.Always, null)]
    [InlineData(FallbackMode.OnFailure, true)]
    public async Task A_run_whose_answer_comes_late(FallbackMode mode, bool? useFallbackModel)
    {
        TaskPlatformClient client = Client(options => options.Fallback.Mode = mode, Late(200, Run));

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest { UseFallbackModel = useFallbackModel }, Cancellation), gate);
    }

    [Fact]
    public async Task A_run_whose_fallback_answers_late()
    {
        TaskPlatformClient client = Client(null, AtOnce(200, FailedRun), Late(200, Run));

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), Cancellation), gate);
    }

    [Fact]
    public async Task A_run_that_goes_straight_to_a_late_fallback()
    {
        TaskPlatformClient client = Client(static options => options.Fallback.FailuresBeforeBreak = 1, AtOnce(200, FailedRun), AtOnce(200, Run), Late(200, Run));
        await client.Tasks.RunAsync(Id, new RunTaskRequest(), Cancellation);

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), Cancellation), gate);
    }

    [Fact]
    public async Task A_run_that_is_sent_again_and_answered_late()
    {
        TaskPlatformClient client = Client(static options => options.Retry.BaseDelay = TimeSpan.Zero, AtOnce(429, ""), Late(200, Run));

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), Cancellation), gate);
    }

    [Fact]
    public async Task Updates_that_are_answered_late()
    {
        TaskPlatformClient client = Client(null, Late(200, "{}"));

        await context.StartAsync(() => client.Tasks.UpdateAsync(Id, new UpdateTaskRequest { Description = "d" }, Cancellation), gate);
    }

    [Theory]
    [InlineData(200, "open")]
    [InlineData(200, "read")]
    [InlineData(200, "close")]
    [InlineData(409, "open")]
    [InlineData(409, "read")]
    [InlineData(409, "close")]
    public async Task A_run_whose_body_is_late(int status, string to)
    {
        TaskPlatformClient client = Client(null, _ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = Body(Run, to) }));

        Func<Task> run = () => context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), new RequestOptions { Fallback = FallbackMode.Never }, Cancellation), gate);

        await (status == 200 ? run() : run.Should().ThrowAsync<TaskPlatformApiException>());
    }

    [Fact]
    public async Task A_token_that_comes_late_and_one_that_is_renewed()
    {
        var renewal = new Gate();
        Gate[] gates = [gate, renewal];
        int asked = 0;
        TaskPlatformClient client = Client(
            options =>
            {
                options.ApiKey = null;
                options.Credential = TaskPlatformCredential.FromCallback(async _ =>
                {
                    await gates[asked].Opened;
                    return new BearerToken($"token-{++asked}");
                });
            },
            AtOnce(200, Run), AtOnce(401, ""), AtOnce(200, Run));

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), Cancellation), gate);
        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), Cancellation), renewal);

        asked.Should().Be(2);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("read")]
    [InlineData("close")]
    public async Task A_file_to_send_that_is_late(string to)
    {
        LateStream content = Stream("file", to);
        TaskPlatformClient client = Client(null, request => ReceiveAsync(request, new LateStream([])));
        var file = TaskFile.FromOpener("a.bin", async _ =>
        {
            await (to == "open" ? gate.Opened : Task.CompletedTask).ConfigureAwait(false);
            return content;
        });

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest { Files = [file] }, Cancellation), gate);
    }

    [Fact]
    public async Task A_network_that_takes_a_body_late()
    {
        TaskPlatformClient client = Client(null, request => ReceiveAsync(request, new LateStream([], writing: gate)));

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest { Files = [TaskFile.FromBytes("a.bin", new byte[9])] }, Cancellation), gate);
    }

    [Fact]
    public async Task A_stream_of_the_callers_that_closes_late()
    {
        TaskPlatformClient client = Client(null, AtOnce(200, Run));

        await context.StartAsync(() => client.Tasks.RunAsync(Id, new RunTaskRequest { Files = [TaskFile.FromStream("a.bin", Stream("file", "close"))] }, Cancellation), gate);
    }

    [Fact]
    public async Task A_file_of_a_run_that_comes_late_and_from_elsewhere()
    {
        TaskPlatformClient client = Client(null, AtOnce(302, "", "https://store.example/a.bin"), Late(200, "file"));

        await using Stream content = await context.StartAsync(() => client.Tasks.OpenFileAsync(Id, Id, "a.bin", Cancellation), gate);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("read")]
    [InlineData("close")]
    public async Task A_file_of_a_run_whose_bytes_are_late(string to)
    {
        TaskPlatformClient client = Client(null, _ => Task.FromResult(new HttpResponseMessage { Content = Body("file", to) }));
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        var run = new TaskRun { Id = Id, TaskId = Id };

        await context.StartAsync(
            async () =>
            {
                await client.Tasks.DownloadFileAsync(run, new RunFile { StoredFilename = "a.bin" }, path, cancellationToken: Cancellation).ConfigureAwait(false);
                return true;
            },
            gate);

        File.Delete(path);
    }

    private static Func<HttpRequestMessage, Task<HttpResponseMessage>> AtOnce(int status, string body, string? location = null) => _ => Task.FromResult(Answer(status, body, location));

    private static HttpResponseMessage Answer(int status, string body, string? location = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        answer.Headers.Location = location is null ? null : new Uri(location);
        return answer;
    }

    private static async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, Stream target)
    {
        await request.Content!.CopyToAsync(target).ConfigureAwait(false);
        return Answer(200, Run);
    }

    private Func<HttpRequestMessage, Task<HttpResponseMessage>> Late(int status, string body) => async _ =>
    {
        await gate.Opened.ConfigureAwait(false);
        return Answer(status, body);
    };

    private LateContent Body(string text, string to) => new(Stream(text, to), to == "open" ? gate : null);

    private LateStream Stream(string text, string to) => new(Encoding.UTF8.GetBytes(text), reading: to == "read" ? gate : null, closing: to == "close" ? gate : null);

    private TaskPlatformClient Client(Action<TaskPlatformClientOptions>? configure, params Func<HttpRequestMessage, Task<HttpResponseMessage>>[] steps)
    {
        var options = new TaskPlatformClientOptions { OrganizationId = Id, ProjectId = Id, ApiKey = "key", TimeProvider = clock };
        configure?.Invoke(options);
        var handler = new StepHandler(steps);
        var client = new TaskPlatformClient(options, handler);
        clients.Add(client);
        clients.Add(handler);
        return client;
    }
}
