using FluentAssertions;
using TaskPlatform.Client.Runs;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class RunUploadsTests
{
    [Fact]
    public void Refuses_a_file_that_is_longer_than_the_caller_allows()
    {
        var request = new RunTaskRequest { Files = [TaskFile.FromBytes("a", new byte[10]), TaskFile.FromBytes("secret", new byte[11])] };

        request.Invoking(given => RunUploads.Check(given, 11)).Should().NotThrow();
        request.Invoking(given => RunUploads.Check(given, 10)).Should().Throw<ArgumentException>()
            .Which.Message.Should().Contain("Files[1]").And.Contain("MaxFileSize").And.Contain("10").And.Contain("11").And.NotContain("secret");
    }

    [Fact]
    public void Refuses_a_path_without_a_file_before_anything_is_sent()
    {
        string missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());

        new RunTaskRequest { Files = [TaskFile.FromPath(missing)] }
            .Invoking(given => RunUploads.Check(given, long.MaxValue)).Should().Throw<FileNotFoundException>();
        new RunTaskRequest { Files = [TaskFile.FromPath(Path.GetTempPath(), "folder")] }
            .Invoking(given => RunUploads.Check(given, long.MaxValue)).Should().Throw<IOException>();
    }

    [Fact]
    public void Can_be_sent_again_only_if_every_file_can()
    {
        TaskFile bytes = TaskFile.FromBytes("a", default);

        RunUploads.CanReopen(new RunTaskRequest()).Should().BeTrue();
        RunUploads.CanReopen(new RunTaskRequest { Files = [bytes, bytes] }).Should().BeTrue();
        RunUploads.CanReopen(new RunTaskRequest { Files = [bytes, TaskFile.FromStream("b", new UnseekableStream())] }).Should().BeFalse();
    }

    private sealed class UnseekableStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
