using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A file whose bytes can't even be opened.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task Is_a_failure_of_the_connection_and_gives_the_connection_back()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Paint");
        using var content = new UnopenableContent();
        platform.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage { Content = content });
        using TaskPlatformClient client = platform.CreateClient(static options => options.Retry.MaxAttempts = 1);

        TaskPlatformConnectionException failure = await Assert.ThrowsAsync<TaskPlatformConnectionException>(() =>
            client.Tasks.OpenFileAsync(task.Id, Guid.NewGuid(), "a.png", TestContext.Current.CancellationToken));

        failure.TaskId.Should().Be(task.Id);
        content.IsDisposed.Should().BeTrue();
    }

    private sealed class UnopenableContent : HttpContent
    {
        internal bool IsDisposed { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("cut");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
