using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Platform;

public sealed class KestrelPlatformTests
{
    [Fact]
    public async Task Carries_request_and_answer_unchanged()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        using var handler = new SocketsHttpHandler();
        using var wire = new WireClient(server.Fake, handler, server.BaseAddress);
        FakeTask task = server.Fake.AddTask("Greet", t => t.Modality = "text");
        task.Answer("hello");

        WireAnswer answer = await wire.RunAsync(task, """{ "task_input":{} }""", "?revision_id=" + task.Revisions[0].Id);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Json["response"]!.ToString().Should().Be("hello");
        answer.Headers["X-Task-Run-ID"].Should().Be(task.Runs.Single().Id.ToString());
        answer.Headers["Content-Length"].Should().Be($"{answer.Body.Length}");
        FakeRequest received = server.Fake.Requests.Single();
        received.Text.Should().Be("""{ "task_input":{} }""");
        received.Headers["Host"].Should().Be(server.BaseAddress.Authority);
        received.Headers["Content-Length"].Should().Be("19");
    }

    [Fact]
    public async Task Shows_the_path_as_it_came_over_the_wire()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        using var http = new HttpClient();

        await http.GetAsync(new Uri(server.BaseAddress, "a%2Fb/c%20d?e=%20f+g"), TestContext.Current.CancellationToken);

        server.Fake.Requests.Single().PathAndQuery.Should().Be("/api/v1/a%2Fb/c%20d?e=%20f+g");
    }

    [Fact]
    public async Task Gives_tokens()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        using var handler = new SocketsHttpHandler();
        using var wire = new WireClient(server.Fake, handler, server.BaseAddress);

        WireAnswer answer = await wire.AskForTokenAsync(
            [new("grant_type", "client_credentials")], $"{server.Fake.ClientId}:{server.Fake.ClientSecret}");

        answer.Status.Should().Be(HttpStatusCode.OK);
        server.TokenEndpoint.AbsolutePath.Should().Be("/oauth2/token");
    }

    [Fact]
    public async Task Breaks_the_connection_where_the_script_throws()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        using var handler = new SocketsHttpHandler();
        using var wire = new WireClient(server.Fake, handler, server.BaseAddress);
        FakeTask task = server.Fake.AddTask("Greet");
        server.Fake.ThrowNext(FakeOperation.RunTask, new IOException("cut"), at: FakeMoment.AfterExecution);

        Func<Task> call = () => wire.RunAsync(task);

        await call.Should().ThrowAsync<HttpRequestException>();
        server.Fake.ExecutedRuns.Should().Be(1);
    }

    [Fact]
    public async Task Sends_the_part_of_a_body_that_was_made_before_it_broke()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler);
        server.Fake.RespondNext(FakeOperation.Unknown, _ => new HttpResponseMessage { Content = new BrokenContent() });

        using HttpResponseMessage answer = await http.GetAsync(server.BaseAddress, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Func<Task> read = () => answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        await read.Should().ThrowAsync<HttpRequestException>();
    }

    private sealed class BrokenContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{\"id\":"u8.ToArray());
            await stream.FlushAsync();
            throw new IOException("cut");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 100;
            return true;
        }
    }
}
