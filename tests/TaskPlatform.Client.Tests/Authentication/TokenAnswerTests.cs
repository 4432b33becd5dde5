using System.Text;
using FluentAssertions;
using TaskPlatform.Client.Authentication;
using Xunit;

namespace TaskPlatform.Client.Tests.Authentication;

public sealed class TokenAnswerTests
{
    [Fact]
    public void Reads_what_a_token_endpoint_answers()
    {
        Read("""{"access_token":"a","token_type":"bearer","expires_in":3599,"scope":"x","refresh_token":"r"}""")
            .Should().Be(new TokenAnswer("a", "bearer", TimeSpan.FromSeconds(3599), "r"));
    }

    [Theory]
    [InlineData("3600", 3600.0)]
    [InlineData("\"3600\"", 3600.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0.0)]
    [InlineData("-1", -1.0)]
    [InlineData("1e300", 315_360_000.0)]
    [InlineData("-1e999", -315_360_000.0)]
    [InlineData("\"soon\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("null", null)]
    [InlineData("[1]", null)]
    [InlineData("true", null)]
    public void Reads_expires_in_as_number_or_text(string expiresIn, double? seconds)
    {
        Read($$"""{"access_token":"a","expires_in":{{expiresIn}}}""").ExpiresIn?.TotalSeconds.Should().Be(seconds);
        Read($$"""{"access_token":"a","expires_in":{{expiresIn}}}""").ExpiresIn.HasValue.Should().Be(seconds.HasValue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>502</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"access_token":null,"token_type":1,"refresh_token":{}}""")]
    [InlineData("""{"access_token":"\ud800","token_type":[]}""")]
    [InlineData("""{"access_token":"a" """)]
    public void Finds_no_token_in_anything_else_and_never_throws(string body)
    {
        Read(body).Should().Be(new TokenAnswer(null, null, null, null));
    }

    [Fact]
    public void Reads_past_keys_that_are_no_text()
    {
        Read("""{"access_token":"a","\ud83d and more of a key":1,"expires_in":5}""").Should().Be(new TokenAnswer("a", null, TimeSpan.FromSeconds(5), null));
    }

    [Fact]
    public void Reads_past_a_byte_order_mark()
    {
        Read("\uFEFF{\"access_token\":\"a\"}").AccessToken.Should().Be("a");
    }

    [Fact]
    public void Shows_no_secret()
    {
        Read("""{"access_token":"marker","refresh_token":"marker"}""").ToString().Should().Be("TokenAnswer ***");
    }

    private static TokenAnswer Read(string body) => TokenAnswer.Read(Encoding.UTF8.GetBytes(body));
}
