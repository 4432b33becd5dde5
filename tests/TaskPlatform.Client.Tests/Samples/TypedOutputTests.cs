using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Samples;

public sealed class TypedOutputTests
{
    [Fact]
    public async Task Goes_from_a_type_to_a_format_and_from_an_answer_to_the_type()
    {
        SampleProgram program = await SampleProgram.RunAsync("TypedOutput", [], new Dictionary<string, string>(StringComparer.Ordinal), input: null, TestContext.Current.CancellationToken);

        program.ExitCode.Should().Be(0);
        program.Errors.Should().BeEmpty();
        program.Output.Should().Contain("How bad it is. None|Cosmetic|Partial|Total").And.Contain("Total, lamp, 38.50 GBP, on 2026-11-26 (run claim-7)");
    }
}
