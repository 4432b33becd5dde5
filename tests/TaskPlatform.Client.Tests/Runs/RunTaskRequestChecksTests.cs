using FluentAssertions;
using TaskPlatform.Client.Runs;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class RunTaskRequestChecksTests
{
    // One Unicode scalar, two UTF-16 units: the server counts it once.
    private const string Scalar = "😀";

    [Fact]
    public void Lets_pass_what_is_within_the_limits()
    {
        string longest = string.Concat(Enumerable.Repeat(Scalar, 64));
        var request = new RunTaskRequest { Reference = longest, ReportingGroup = longest, Files = [TaskFile.FromBytes("a.txt", default)] };

        request.Invoking(RunTaskRequestChecks.Check).Should().NotThrow();
        new RunTaskRequest().Invoking(RunTaskRequestChecks.Check).Should().NotThrow();
    }

    [Theory]
    [InlineData("Reference")]
    [InlineData("ReportingGroup")]
    public void Names_the_member_the_limit_and_the_length_but_not_the_content(string member)
    {
        string tooLong = string.Concat(Enumerable.Repeat(Scalar, 65));
        RunTaskRequest request = member == "Reference" ? new() { Reference = tooLong } : new() { ReportingGroup = tooLong };

        request.Invoking(RunTaskRequestChecks.Check).Should().Throw<ArgumentException>().WithParameterName("request")
            .Which.Message.Should().Contain(member).And.Contain("64").And.Contain("65").And.NotContain(Scalar);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Wants_a_name_on_every_file(string name)
    {
        var request = new RunTaskRequest { Files = [TaskFile.FromBytes("a.txt", default), TaskFile.FromBytes(name, default)] };

        request.Invoking(RunTaskRequestChecks.Check).Should().Throw<ArgumentException>().WithMessage("Files?1? has no name*");
        request.Invoking(RunTaskRequestChecks.Refuse).Should().NotThrow();
    }

    [Theory]
    [InlineData("task_input")]
    [InlineData("task_files")]
    [InlineData("task_reference")]
    public void Always_refuses_a_known_key_among_the_further_ones(string key)
    {
        var request = new RunTaskRequest { AdditionalFields = { [key] = "secret" } };

        request.Invoking(RunTaskRequestChecks.Refuse).Should().Throw<ArgumentException>().WithParameterName("request")
            .Which.Message.Should().Contain(key).And.NotContain("secret");
    }

    [Fact]
    public void Lets_unknown_further_keys_pass() =>
        new RunTaskRequest { AdditionalFields = { ["context_id"] = "june" } }.Invoking(RunTaskRequestChecks.Refuse).Should().NotThrow();

    [Fact]
    public void Always_refuses_a_file_that_is_null() =>
        new RunTaskRequest { Files = [null!] }.Invoking(RunTaskRequestChecks.Refuse).Should().Throw<ArgumentException>().WithMessage("*Files*");
}
