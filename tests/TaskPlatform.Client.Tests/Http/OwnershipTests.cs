using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>What the client closes, and what is somebody else's.</summary>
public sealed class OwnershipTests
{
    private static readonly Guid Id = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    [Fact]
    public async Task Every_answer_is_closed_the_refused_ones_too_and_the_callers_handler_is_not()
    {
        using var network = new Network(HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.Conflict);
        var options = new TaskPlatformClientOptions { OrganizationId = Id, ProjectId = Id, ApiKey = "key", Retry = { BaseDelay = TimeSpan.Zero } };
        var client = new TaskPlatformClient(options, network);

        await client.Tasks.RunAsync(Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<TaskPlatformApiException>(() => client.Tasks.RunAsync(Id, new RunTaskRequest(), TestContext.Current.CancellationToken));
        await client.DisposeAsync();

        network.Answers.Should().HaveCount(3).And.OnlyContain(static body => body.Closed);
        network.Closed.Should().BeFalse();
    }

    [Fact]
    public async Task Calls_ask_for_json_and_files_for_whatever_they_are()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 200, [1], "image/png");

        await live.CallAsync(FakeOperation.UpdateTask);
        await live.CallAsync(FakeOperation.DownloadFile);

        live.Platform.RequestsFor(FakeOperation.UpdateTask).Single().Headers["Accept"].Should().Be("application/json");
        live.Platform.RequestsFor(FakeOperation.DownloadFile).Single().Headers.Should().NotContainKey("Accept");
    }

    private sealed class Network(params HttpStatusCode[] statuses) : HttpMessageHandler
    {
        internal List<Body> Answers { get; } = [];

        internal bool Closed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Answers.Add(new Body());
            return Task.FromResult(new HttpResponseMessage(statuses[Answers.Count - 1]) { Content = Answers[^1] });
        }

        protected override void Dispose(bool disposing)
        {
            Closed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Body() : ByteArrayContent("{}"u8.ToArray())
    {
        internal bool Closed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Closed = true;
            base.Dispose(disposing);
        }
    }
}
