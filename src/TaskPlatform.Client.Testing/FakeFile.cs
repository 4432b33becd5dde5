using System.Text;

namespace TaskPlatform.Client.Testing;

/// <summary>A file the platform keeps: uploaded with a run, or produced by one.</summary>
public sealed class FakeFile
{
    /// <summary>Names a file and gives its bytes.</summary>
    /// <param name="fileName">The name a person would give it, such as <c>poster.png</c>; it becomes <c>original_filename</c>.</param>
    /// <param name="content">Its bytes; they are not copied.</param>
    /// <param name="contentType">The media type it is served with; null takes it from the ending of the name.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty.</exception>
    public FakeFile(string fileName, ReadOnlyMemory<byte> content, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        FileName = fileName;
        Content = content;
        ContentType = contentType ?? Runs.MediaTypes.Of(fileName);
    }

    /// <summary>Names a file and gives its text, which is kept as UTF-8.</summary>
    /// <param name="fileName">The name a person would give it, such as <c>readings.csv</c>; it becomes <c>original_filename</c>.</param>
    /// <param name="text">What stands in it.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty.</exception>
    public FakeFile(string fileName, string text)
        : this(fileName, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The name it came with: <c>original_filename</c> on the wire.</summary>
    public string FileName { get; }

    /// <summary>The bytes, as uploaded or produced.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The media type it is served with: <c>content_type</c> on the wire.</summary>
    public string ContentType { get; }

    /// <summary>The name it is fetched by: <c>stored_filename</c> on the wire; empty until a run has stored it.</summary>
    public string StoredName { get; private init; } = "";

    internal FakeFile StoredAs(string name) => new(FileName, Content, ContentType) { StoredName = name };
}
