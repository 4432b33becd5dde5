using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TaskPlatform.Client.Serialization;

/// <summary>
/// Reads the platform's timestamps: ISO 8601 with or without a fraction of a second, with <c>Z</c>, an offset or no
/// zone, which is UTC whatever the zone of this machine; bare dates are midnight UTC.
/// </summary>
internal static class WireTimestamp
{
    private const int LengthOfDate = 10;

    internal static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset timestamp)
    {
        timestamp = default;

        // The framework's parser also takes "12:30" and "May 5", and fills in the rest from today.
        return text is { Length: >= LengthOfDate }
            && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out timestamp);
    }
}
