using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client;
using Xunit;

namespace DocsCode;

public sealed class CreditsTests
{
    [Theory]
    [InlineData("\"9.00\"", "9.00", "9.00")]
    [InlineData("\"+1.\"", "+1.", "1")]
    [InlineData("\".5\"", ".5", "0.5")]
    [InlineData("\"free\"", "free", null)]
    [InlineData("null", null, null)]
    public void Credits_are_text_on_the_wire(string wire, string? text, string? number)
    {
        RunUsage usage = JsonSerializer.Deserialize<TaskRun>($$"""{"charged_credits":{{wire}}}""")!.Usage;

        (usage.ChargedCreditsText, usage.ChargedCredits?.ToString(CultureInfo.InvariantCulture)).Should().Be((text, number));
    }
}
