using System.Net;
using System.Net.Http.Headers;

namespace TaskPlatform.Client;

/// <summary>An answer could not be read, although its status was good. It is not lost: see <see cref="Body"/>.</summary>
public sealed class TaskPlatformSerializationException : TaskPlatformException
{
    /// <summary>Makes an exception without a text of its own.</summary>
    public TaskPlatformSerializationException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    public TaskPlatformSerializationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened and what to do; no content, no secret.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TaskPlatformSerializationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Where in the JSON the reading failed (<c>$.revisions[0].created</c>), or null when it was no JSON at all.</summary>
    public string? Path { get; init; }

    /// <summary>The type the answer was read as.</summary>
    public Type? ExpectedType { get; init; }

    /// <summary>The HTTP status of the answer, or null when the failure is not about an answer's body.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The headers of the answer, or null when the failure is not about an answer's body.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>The answer's body as it came, up to 16 MiB: it was paid for. Empty when it was empty or is held by <see cref="Run"/>. Never part of <see cref="Exception.Message"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The run whose output did not fit the type asked for, id and cost included; null when the answer itself could not be read.</summary>
    public TaskRun? Run { get; init; }

    internal override string ErrorType => "unreadable_answer";
}
