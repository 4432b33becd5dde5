using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Samples;

public sealed class LabelSamplesTests
{
    [Fact]
    public async Task Tells_what_each_customer_cost()
    {
        SampleProgram program = await RunAsync("ReportingGroups");

        (program.ExitCode, program.Errors).Should().Be((0, ""));
        program.Output.Should().MatchRegex(@"acme +\W +3 \W +\d+ \W +2\.75").And.MatchRegex(@"all +\W +6 \W +\d+ \W +4\.65");
    }

    [Fact]
    public async Task Goes_through_an_outage()
    {
        SampleProgram program = await RunAsync("Outage");

        (program.ExitCode, program.Errors).Should().Be((0, ""));
        program.Output.Should().Contain("2 run(s), 1.40 credits, 0.40 of them for the failed run").And.Contain("13 runs of a model for 10 answers, 11.20 credits");
    }

    private static Task<SampleProgram> RunAsync(string name) =>
        SampleProgram.RunAsync(name, [], new Dictionary<string, string>(StringComparer.Ordinal), input: null, TestContext.Current.CancellationToken);
}
