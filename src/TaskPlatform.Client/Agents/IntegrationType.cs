using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Which service an integration speaks to (<c>integration_type</c>). Words the platform adds later are kept and written
/// back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<IntegrationType>))]
public readonly record struct IntegrationType : IParsable<IntegrationType>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public IntegrationType(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Spreadsheets of Google Workspace (<c>google_sheets</c>).</summary>
    public static IntegrationType GoogleSheets => new(Words.GoogleSheets);

    /// <summary>Text documents of Google Workspace (<c>google_docs</c>).</summary>
    public static IntegrationType GoogleDocs => new(Words.GoogleDocs);

    /// <summary>Presentations of Google Workspace (<c>google_slides</c>).</summary>
    public static IntegrationType GoogleSlides => new(Words.GoogleSlides);

    /// <summary>Appointments of Google Workspace (<c>google_calendar</c>).</summary>
    public static IntegrationType GoogleCalendar => new(Words.GoogleCalendar);

    /// <summary>Mail of Google Workspace (<c>google_gmail</c>).</summary>
    public static IntegrationType GoogleGmail => new(Words.GoogleGmail);

    /// <summary>Channels and messages of Slack (<c>slack</c>).</summary>
    public static IntegrationType Slack => new(Words.Slack);

    /// <summary>Microsoft Teams (<c>teams</c>).</summary>
    public static IntegrationType Teams => new(Words.Teams);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static IntegrationType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IntegrationType result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="IntegrationType.GoogleSheets"/>.</summary>
        public const string GoogleSheets = "google_sheets";

        /// <summary>The word of <see cref="IntegrationType.GoogleDocs"/>.</summary>
        public const string GoogleDocs = "google_docs";

        /// <summary>The word of <see cref="IntegrationType.GoogleSlides"/>.</summary>
        public const string GoogleSlides = "google_slides";

        /// <summary>The word of <see cref="IntegrationType.GoogleCalendar"/>.</summary>
        public const string GoogleCalendar = "google_calendar";

        /// <summary>The word of <see cref="IntegrationType.GoogleGmail"/>.</summary>
        public const string GoogleGmail = "google_gmail";

        /// <summary>The word of <see cref="IntegrationType.Slack"/>.</summary>
        public const string Slack = "slack";

        /// <summary>The word of <see cref="IntegrationType.Teams"/>.</summary>
        public const string Teams = "teams";
    }
}
