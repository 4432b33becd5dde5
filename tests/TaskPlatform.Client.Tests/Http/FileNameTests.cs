using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>The name of a file may be anybody's text: on the wire it is one segment of the path, or the call is refused.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("a b.png", "a%20b.png")]
    [InlineData(" a ", "%20a%20")]
    [InlineData("日本ü😀.png", "%E6%97%A5%E6%9C%AC%C3%BC%F0%9F%98%80.png")]
    [InlineData("it's \"quoted\".png", "it%27s%20%22quoted%22.png")]
    [InlineData("a/b\\c.png", "a%2Fb%5Cc.png")]
    [InlineData("../up.png", "..%2Fup.png")]
    [InlineData("..\\up.png", "..%5Cup.png")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("%2E%2E/x", "%252E%252E%2Fx")]
    [InlineData("...", "...")]
    [InlineData("a?b#c&d=e;f+g", "a%3Fb%23c%26d%3De%3Bf%2Bg")]
    [InlineData("http://evil.example/x", "http%3A%2F%2Fevil.example%2Fx")]
    [InlineData("//evil.example/x", "%2F%2Fevil.example%2Fx")]
    public async Task A_name_is_one_segment_of_the_path(string name, string segment)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 200, [1, 2], "image/png");

        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, name, TestContext.Current.CancellationToken);

        content.ReadByte().Should().Be(1);
        FakeRequest received = live.Platform.Requests.Single();
        received.Operation.Should().Be(FakeOperation.DownloadFile);
        received.PathAndQuery.Should().Be(live.FilePath + segment);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_name_is_replaced()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.DownloadFile, 200, [1], "image/png");

        await using Stream content = await live.Client.Tasks.OpenFileAsync(live.Task.Id, live.RunId, "\ud83d.png", TestContext.Current.CancellationToken);

        live.Platform.Requests.Single().PathAndQuery.Should().Be(live.FilePath + "%EF%BF%BD.png");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_name_that_is_none_is_refused_and_nothing_is_sent(string name)
    {
        await using ConnectedClient live = await ConnectedClient.StartWithTokensAsync();

        await live.Invoking(it => it.Client.Tasks.OpenFileAsync(it.Task.Id, it.RunId, name)).Should().ThrowAsync<ArgumentException>().WithParameterName("fileName");
        await live.Invoking(it => it.Client.Tasks.OpenFileAsync(new TaskRun(), new RunFile { StoredFilename = name })).Should().ThrowAsync<ArgumentException>();

        live.Platform.Requests.Should().BeEmpty();
    }
}
