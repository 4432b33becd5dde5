using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>The stream a file of a run comes in.</summary>
public sealed class FileStreamTests
{
    [Fact]
    public async Task Goes_forward_only_and_is_never_written()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.DownloadFile, static _ => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) });
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.bin", TestContext.Current.CancellationToken);

        (content.CanRead, content.CanSeek, content.CanWrite).Should().Be((true, false, false));
        content.Invoking(it => it.Position = 1).Should().Throw<NotSupportedException>().WithMessage("*start to its end*");
        content.Invoking(it => it.Seek(0, SeekOrigin.Begin)).Should().Throw<NotSupportedException>().WithMessage("*start to its end*");
        content.Invoking(it => it.SetLength(0)).Should().Throw<NotSupportedException>().WithMessage("*can't be written*");
        content.Invoking(it => it.Write([1], 0, 1)).Should().Throw<NotSupportedException>().WithMessage("*can't be written*");
        content.ReadByte().Should().Be(1);
        content.Position.Should().Be(1);
    }

    [Fact]
    public async Task Says_how_far_it_came_when_it_breaks_off()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.DownloadFile, static _ => new HttpResponseMessage { Content = new BreakingContent(new byte[1000], 5000) });
        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "a.bin", TestContext.Current.CancellationToken);

        content.Invoking(static it => it.ReadExactly(new byte[2000])).Should().Throw<TaskPlatformConnectionException>().WithMessage("GET *broke off after 1000 bytes*");
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_to_save_to_is_told_before_anything_is_asked_for()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        string folder = Path.GetTempPath();

        IOException failure = await ConnectedClient.ThrownAsync<IOException>(() => live.Client.Tasks.DownloadFileAsync(
            new TaskRun(), new RunFile { StoredFilename = "a.bin" }, folder, cancellationToken: TestContext.Current.CancellationToken));

        failure.Message.Should().Contain("is a folder").And.Contain(folder);
        live.Platform.RequestsFor(FakeOperation.DownloadFile).Should().BeEmpty();
    }
}
