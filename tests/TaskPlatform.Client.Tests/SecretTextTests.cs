using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests;

public sealed class SecretTextTests
{
    [Fact]
    public void Shows_stars_and_gives_the_text_only_when_asked()
    {
        var secret = new SecretText("made-up");

        secret.ToString().Should().Be("***");
        $"{secret}".Should().Be("***");
        secret.Reveal().Should().Be("made-up");
        default(SecretText).Reveal().Should().BeEmpty();
    }

    [Fact]
    public void Travels_as_its_text_in_json()
    {
        foreach (JsonSerializerOptions options in new[] { Serializers.Ours, new JsonSerializerOptions() })
        {
            JsonSerializer.Serialize<SecretText?>(new SecretText("made-up"), options).Should().Be("\"made-up\"");
            JsonSerializer.Deserialize<SecretText?>("\"made-up\"", options)!.Value.Reveal().Should().Be("made-up");
            JsonSerializer.Deserialize<SecretText?>("null", options).Should().BeNull();
        }
    }

    [Fact]
    public void Equals_by_its_text()
    {
        (new SecretText("a") == new SecretText("a")).Should().BeTrue();
        (new SecretText("a") != new SecretText("b")).Should().BeTrue();
        new SecretText("a").GetHashCode().Should().Be(new SecretText("a").GetHashCode());
    }
}
