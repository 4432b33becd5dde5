using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.DocsTests;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run", "dotnet run --project samples/Quickstart")]
    [InlineData("dotnet test", "dotnet test")]
    public void The_commands_stand_alone_on_their_lines(string start, string command) =>
        Document.Readme.Lines.First(line => line.StartsWith(start, StringComparison.Ordinal)).Should().Be(command);

    [Fact]
    public void The_first_program_is_a_whole_one()
    {
        string program = Snippets.All["FirstProgramTests/first-program"];

        program.Should().StartWith("using TaskPlatform.Client;\n").And.Be(Document.Readme.Blocks().First(static block => block.Language == "csharp").Code);
    }
}
