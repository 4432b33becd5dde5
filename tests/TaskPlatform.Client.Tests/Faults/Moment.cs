namespace TaskPlatform.Client.Tests.Faults;

/// <summary>How far a server goes along with a request, in order.</summary>
internal enum Moment
{
    /// <summary>Not at all: the port is closed.</summary>
    Connect,

    /// <summary>The connection is taken, nothing is read.</summary>
    Accept,

    /// <summary>The first bytes of the headers have come.</summary>
    Headers,

    /// <summary>The headers have come, and a part of the body.</summary>
    Body,

    /// <summary>The whole request has come, nothing is answered.</summary>
    Request,

    /// <summary>Half the status line is answered.</summary>
    StatusLine,

    /// <summary>Half the headers are answered.</summary>
    AnswerHeaders,

    /// <summary>The headers and half the body are answered.</summary>
    AnswerBody,

    /// <summary>Everything is answered.</summary>
    Answer,
}
