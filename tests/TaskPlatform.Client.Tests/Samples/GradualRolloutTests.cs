using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Samples;

public sealed class GradualRolloutTests
{
    [Fact]
    public async Task Shifts_traffic_step_by_step_and_goes_back_when_it_is_worse()
    {
        SampleProgram program = await SampleProgram.RunAsync("GradualRollout", [], new Dictionary<string, string>(StringComparer.Ordinal), input: null, TestContext.Current.CancellationToken);

        program.ExitCode.Should().Be(0, program.Output);
        program.Errors.Should().BeEmpty();
        program.Output.Should().Contain("100 %").And.Contain("worse: back to the stable revision");
    }
}
