using System.Buffers;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class TaskFileTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3, 4, 5];

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.bin");

    public TaskFileTests() => File.WriteAllBytes(path, Content);

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task Reads_a_path_as_often_as_asked()
    {
        TaskFile file = TaskFile.FromPath(path);

        file.FileName.Should().Be(Path.GetFileName(path));
        file.Length.Should().Be(5);
        file.CanReopen.Should().BeTrue();
        (await ReadAsync(file)).Should().Equal(Content);
        (await ReadAsync(file)).Should().Equal(Content);
        TaskFile.FromPath(path, "photo.png").FileName.Should().Be("photo.png");
    }

    [Fact]
    public void Looks_at_a_path_when_it_is_used()
    {
        TaskFile file = TaskFile.FromPath(path);

        File.WriteAllBytes(path, new byte[9]);
        file.Length.Should().Be(9);

        File.Delete(path);
        file.Invoking(gone => gone.Length).Should().Throw<FileNotFoundException>();
        file.Invoking(gone => gone.CheckReadable()).Should().Throw<FileNotFoundException>();
    }

    [Fact]
    public async Task Reads_bytes_in_pieces_as_often_as_asked()
    {
        TaskFile file = TaskFile.FromBytes("a.bin", Content.AsMemory(1));

        file.Length.Should().Be(4);
        file.CanReopen.Should().BeTrue();
        (await ReadAsync(file)).Should().Equal(2, 3, 4, 5);
        (await ReadAsync(file)).Should().Equal(2, 3, 4, 5);
    }

    [Fact]
    public async Task Reads_memory_that_is_no_array()
    {
        using IMemoryOwner<byte> mapped = new HiddenMemory(Content);

        (await ReadAsync(TaskFile.FromBytes("a.bin", mapped.Memory))).Should().Equal(Content);
    }

    [Fact]
    public async Task Sends_a_stream_from_where_it_stood_every_time()
    {
        var stream = new MemoryStream(Content) { Position = 2 };
        TaskFile file = TaskFile.FromStream("a.bin", stream);

        file.Length.Should().Be(3);
        file.CanReopen.Should().BeTrue();
        (await ReadAsync(file)).Should().Equal(3, 4, 5);
        (await ReadAsync(file)).Should().Equal(3, 4, 5);
        stream.CanRead.Should().BeTrue("another attempt may need it");
    }

    [Fact]
    public async Task Disposes_a_stream_at_the_end_of_the_run_unless_told_to_leave_it_open()
    {
        var ours = new MemoryStream(Content);
        var theirs = new MemoryStream(Content);

        TaskFile given = TaskFile.FromStream("a.bin", ours);
        await given.ReleaseAsync();
        await TaskFile.FromStream("a.bin", theirs, leaveOpen: true).ReleaseAsync();

        ours.CanRead.Should().BeFalse();
        theirs.CanRead.Should().BeTrue();
        given.Length.Should().BeNull();
        await given.Awaiting(ReadAsync).Should().ThrowAsync<InvalidOperationException>().WithMessage("*leaveOpen*");
    }

    [Fact]
    public async Task Sends_a_stream_that_cannot_seek_only_once()
    {
        TaskFile file = TaskFile.FromStream("a.bin", new ForwardStream(Content));

        file.Length.Should().BeNull();
        file.CanReopen.Should().BeFalse();
        (await ReadAsync(file)).Should().Equal(Content);
        await file.Awaiting(ReadAsync).Should().ThrowAsync<InvalidOperationException>().WithMessage("*only once*");
    }

    [Fact]
    public async Task Sends_a_stream_in_one_run_at_a_time()
    {
        TaskFile file = TaskFile.FromStream("a.bin", new MemoryStream(Content));
        Stream first = await file.OpenAsync(TestContext.Current.CancellationToken);

        await file.Awaiting(ReadAsync).Should().ThrowAsync<InvalidOperationException>().WithMessage("*another run*");
        await first.DisposeAsync();

        (await ReadAsync(file)).Should().Equal(Content);
    }

    [Fact]
    public void Refuses_a_stream_that_cannot_be_read()
    {
        var closed = new MemoryStream();
        closed.Dispose();

        closed.Invoking(stream => TaskFile.FromStream("a.bin", stream)).Should().Throw<ArgumentException>().WithParameterName("content");
    }

    [Fact]
    public async Task Calls_an_opener_for_every_attempt_with_the_token_of_the_run()
    {
        var tokens = new List<CancellationToken>();
        TaskFile file = TaskFile.FromOpener("a.bin", Open, length: 5);

        file.Length.Should().Be(5);
        file.CanReopen.Should().BeTrue();
        (await ReadAsync(file)).Should().Equal(Content);
        (await ReadAsync(file)).Should().Equal(Content);
        tokens.Should().Equal(TestContext.Current.CancellationToken, TestContext.Current.CancellationToken);
        TaskFile.FromOpener("a.bin", Open).Length.Should().BeNull();

        ValueTask<Stream> Open(CancellationToken token)
        {
            tokens.Add(token);
            return new(new MemoryStream(Content));
        }
    }

    [Fact]
    public async Task Refuses_an_opener_that_gives_nothing_or_less_than_nothing()
    {
        await TaskFile.FromOpener("a.bin", _ => new((Stream)null!)).Awaiting(ReadAsync).Should().ThrowAsync<InvalidOperationException>().WithMessage("*FromOpener*");
        ((Action)(() => TaskFile.FromOpener("a.bin", _ => new(Stream.Null), -1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("length");
    }

    [Fact]
    public void Shows_neither_name_nor_path_nor_content()
    {
        TaskFile[] files =
        [
            TaskFile.FromPath(path, "marker"), TaskFile.FromBytes("marker", Content), TaskFile.FromStream("marker", Stream.Null), TaskFile.FromOpener("marker", _ => new(Stream.Null)),
        ];

        files.Select(file => file.ToString()).Should().AllBe("TaskFile");
    }

    private static async Task<byte[]> ReadAsync(TaskFile file)
    {
        await using Stream content = await file.OpenAsync(TestContext.Current.CancellationToken);
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, bufferSize: 2, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }

    /// <summary>Memory that hides the array behind it, as memory of a mapped file has none.</summary>
    private sealed class HiddenMemory(byte[] content) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => content;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
