using System.Globalization;
using FluentAssertions;
using TaskPlatform.Client.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Serialization;

public sealed class WireTimestampTests
{
    [Theory]
    [InlineData("2025-06-30T12:14:09.331204Z", "2025-06-30T12:14:09.3312040+00:00")]
    [InlineData("2025-06-30T12:14:09Z", "2025-06-30T12:14:09.0000000+00:00")]
    [InlineData("2025-11-07T20:02:48", "2025-11-07T20:02:48.0000000+00:00")]
    [InlineData("2025-11-07T20:02:48.000001", "2025-11-07T20:02:48.0000010+00:00")]
    [InlineData("2026-09-01T06:04:30+01:00", "2026-09-01T06:04:30.0000000+01:00")]
    [InlineData("2026-09-01T06:04:30.5-04:30", "2026-09-01T06:04:30.5000000-04:30")]
    [InlineData("2025-11-07 20:02:48", "2025-11-07T20:02:48.0000000+00:00")]
    [InlineData("2025-11-07", "2025-11-07T00:00:00.0000000+00:00")]
    [InlineData("2025-03-09T02:30:00", "2025-03-09T02:30:00.0000000+00:00")]
    public void Reads_every_form_the_platform_writes(string text, string expected)
    {
        WireTimestamp.TryParse(text, out DateTimeOffset timestamp).Should().BeTrue();

        timestamp.ToString("O", CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12:30")]
    [InlineData("May 5 2025 10:00")]
    [InlineData("2025-06")]
    [InlineData("2025-13-40T00:00:00Z")]
    [InlineData("yesterday at noon")]
    public void Refuses_what_is_no_timestamp(string? text) =>
        WireTimestamp.TryParse(text, out _).Should().BeFalse();
}
