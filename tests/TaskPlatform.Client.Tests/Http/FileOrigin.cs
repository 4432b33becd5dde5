namespace TaskPlatform.Client.Tests.Http;

/// <summary>Where the bytes of a file that is sent may come from.</summary>
public enum FileOrigin
{
    /// <summary>A file of this machine.</summary>
    Path,

    /// <summary>Memory.</summary>
    Bytes,

    /// <summary>A stream that can be sought back.</summary>
    SeekableStream,

    /// <summary>A stream that can be read once.</summary>
    OneWayStream,

    /// <summary>A function that opens a stream.</summary>
    Opener,

    /// <summary>The same with a length told beforehand.</summary>
    OpenerWithLength,
}
