using System.IO.Compression;
using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Tests.Fuzz;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>
/// What an answer may cost in memory. The platform answers in this very thread, so what the thread allocates is what
/// the client does.
/// </summary>
public sealed class AnswerMemoryTests
{
    private const long Few = 8 * 1024 * 1024;
    private const int ReadOfAnError = 1024 * 1024;

    [Fact]
    public void An_error_page_of_a_hundred_megabytes_costs_a_few()
    {
        using var page = new LongStream(100L * 1024 * 1024);

        (TaskPlatformException failure, long allocated) = Fail(() => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(page) });

        failure.Should().BeOfType<TaskPlatformApiException>().Which.Body!.Length.Should().Be(16 * 1024);
        allocated.Should().BeLessThan(Few);
        page.Position.Should().BeLessThanOrEqualTo(ReadOfAnError);
    }

    [Fact]
    public void An_error_page_without_an_end_costs_the_same()
    {
        using var page = new LongStream(long.MaxValue);

        (TaskPlatformException failure, long allocated) = Fail(() => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(page) });

        failure.Should().BeOfType<TaskPlatformNotFoundException>();
        allocated.Should().BeLessThan(Few);
        page.Position.Should().BeLessThanOrEqualTo(ReadOfAnError);
    }

    [Fact]
    public void An_error_that_unpacks_to_a_gigabyte_costs_the_same()
    {
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[16 * 1024 * 1024];
            for (int times = 0; times < 64; times++)
            {
                packer.Write(zeros);
            }
        }

        packed.Position = 0;

        (TaskPlatformException failure, long allocated) = Fail(() =>
            new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(new BrotliStream(packed, CompressionMode.Decompress)) });

        failure.Should().BeOfType<TaskPlatformApiException>();
        allocated.Should().BeLessThan(Few);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadGateway)]
    public void A_length_that_is_a_lie_costs_nothing(HttpStatusCode status)
    {
        (TaskPlatformException failure, long allocated) = Fail(() =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StreamContent(new MemoryStream("{\"detail\":"u8.ToArray())) };
            answer.Content.Headers.ContentLength = 1_900_000_000;
            return answer;
        });

        failure.OutcomeUnknown.Should().BeTrue();
        allocated.Should().BeLessThan(Few);
    }

    private static (TaskPlatformException Failure, long Allocated) Fail(Func<HttpResponseMessage> answer)
    {
        using var handler = new AnsweringHandler(_ => answer());
        using var client = new TaskPlatformClient(
            new TaskPlatformClientOptions
            {
                OrganizationId = Guid.NewGuid(),
                ProjectId = Guid.NewGuid(),
                ApiKey = "key",
                Retry = { MaxAttempts = 1 },
                Fallback = { Mode = FallbackMode.Never },
            },
            handler);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<TaskRun> call = client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest(), TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        call.IsCompleted.Should().BeTrue("nothing here waits, so all of it ran in this thread");
        return ((TaskPlatformException)call.Exception!.InnerException!, allocated);
    }

    private sealed class LongStream(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = (int)Math.Min(buffer.Length, length - Position);
            buffer[..read].Fill((byte)'<');
            Position += read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
