using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TaskPlatform.Client;

/// <summary>
/// Which file types a vision model is given (<c>file_input_mode</c>). With anything but <see cref="None"/> a run needs
/// a file. Words the platform adds later are kept and written back.
/// </summary>
[JsonConverter(typeof(WireWordConverter<FileInputMode>))]
public readonly record struct FileInputMode : IParsable<FileInputMode>
{
    private readonly string? word;

    /// <summary>Makes a word that has no name here yet.</summary>
    /// <param name="value">The word as the platform writes it.</param>
    public FileInputMode(string value) => word = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>No files (<c>none</c>); the platform's default.</summary>
    public static FileInputMode None => new(Words.None);

    /// <summary>PNG, JPEG, WebP or GIF (<c>image</c>).</summary>
    public static FileInputMode Image => new(Words.Image);

    /// <summary>PDF documents (<c>pdf</c>).</summary>
    public static FileInputMode Pdf => new(Words.Pdf);

    /// <summary>Pictures or PDF documents (<c>image_or_pdf</c>).</summary>
    public static FileInputMode ImageOrPdf => new(Words.ImageOrPdf);

    /// <summary>Files of any type (<c>any</c>).</summary>
    public static FileInputMode Any => new(Words.Any);

    /// <summary>The word as the platform writes it, for <c>switch</c>; empty for <c>default</c>, never null.</summary>
    public string Value => word ?? "";

    /// <summary>The word as the platform writes it.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static FileInputMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FileInputMode result)
    {
        result = new(s!);
        return s is not null;
    }

    /// <summary>The words as constants, for <c>switch</c> over <see cref="Value"/>.</summary>
    public static class Words
    {
        /// <summary>The word of <see cref="FileInputMode.None"/>.</summary>
        public const string None = "none";

        /// <summary>The word of <see cref="FileInputMode.Image"/>.</summary>
        public const string Image = "image";

        /// <summary>The word of <see cref="FileInputMode.Pdf"/>.</summary>
        public const string Pdf = "pdf";

        /// <summary>The word of <see cref="FileInputMode.ImageOrPdf"/>.</summary>
        public const string ImageOrPdf = "image_or_pdf";

        /// <summary>The word of <see cref="FileInputMode.Any"/>.</summary>
        public const string Any = "any";
    }
}
