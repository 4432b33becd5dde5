using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

/// <summary>The streams that files are read from, as whoever writes a body may use them.</summary>
public sealed class FileReadingTests
{
    private static readonly byte[] Content = [1, 2, 3, 4, 5, 6, 7];

    public static TheoryData<string> Kinds => ["bytes", "stream"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Give_their_bytes_in_whatever_way_they_are_asked_for(string kind)
    {
        await using Stream content = await OpenAsync(kind);
        byte[] read = new byte[8];

        int count = content.Read(read, 1, 2);
        count += content.Read(read.AsSpan(3, 1));
        count += await content.ReadAsync(read.AsMemory(4, 2), Cancellation);
#pragma warning disable CA1835 // this overload is what is tried here
        count += await content.ReadAsync(read, 6, 2, Cancellation);
#pragma warning restore CA1835

        count.Should().Be(Content.Length);
        read.Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
        content.Read(read, 0, 8).Should().Be(0);
        (await content.ReadAsync(read.AsMemory(), Cancellation)).Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Go_forward_only_and_are_never_written(string kind)
    {
        await using Stream content = await OpenAsync(kind);

        (content.CanRead, content.CanSeek, content.CanWrite).Should().Be((true, false, false));
        content.Invoking(static it => it.Length).Should().Throw<NotSupportedException>();
        content.Invoking(static it => it.Position).Should().Throw<NotSupportedException>();
        content.Invoking(static it => it.Position = 0).Should().Throw<NotSupportedException>();
        content.Invoking(static it => it.Seek(0, SeekOrigin.Begin)).Should().Throw<NotSupportedException>();
        content.Invoking(static it => it.SetLength(0)).Should().Throw<NotSupportedException>();
        content.Invoking(static it => it.Write([1], 0, 1)).Should().Throw<NotSupportedException>();
        content.Invoking(static it => it.Flush()).Should().NotThrow();
    }

    [Fact]
    public async Task A_stream_that_was_given_back_can_not_be_read_by_its_last_reader()
    {
        var owned = new MemoryStream(Content);
        TaskFile file = TaskFile.FromStream("a.bin", owned);
        Stream content = await file.OpenAsync(Cancellation);

        await content.DisposeAsync();
        await content.DisposeAsync();

        content.CanRead.Should().BeFalse();
        owned.CanRead.Should().BeTrue();
    }

    [Fact]
    public async Task A_second_end_of_a_reader_frees_nothing_that_another_has_taken()
    {
        TaskFile file = TaskFile.FromStream("a.bin", new MemoryStream(Content));
        Stream first = await file.OpenAsync(Cancellation);
        await first.DisposeAsync();
        await using Stream second = await file.OpenAsync(Cancellation);

        await first.DisposeAsync();

        await file.Awaiting(static it => it.OpenAsync(Cancellation).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*another run*");
    }

    private static ValueTask<Stream> OpenAsync(string kind) =>
        (kind == "bytes" ? TaskFile.FromBytes("a.bin", Content) : TaskFile.FromStream("a.bin", new MemoryStream(Content))).OpenAsync(Cancellation);
}
