using FluentAssertions;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class BearerTokenTests
{
    [Fact]
    public void Never_shows_its_text()
    {
        new BearerToken("marker", ManualTimeProvider.Start).ToString().Should().Be("***");
    }

    [Fact]
    public void Equals_another_with_the_same_text_and_end()
    {
        new BearerToken("a", ManualTimeProvider.Start).Should().Be(new BearerToken("a", ManualTimeProvider.Start));
        new BearerToken("a").Should().NotBe(new BearerToken("b"));
    }

    [Theory]
    [InlineData("marker\n")]
    [InlineData("mark er")]
    [InlineData("markér")]
    public void Refuses_text_that_no_header_carries_without_showing_it(string text)
    {
        FluentActions.Invoking(() => new BearerToken(text)).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("mark");
    }
}
