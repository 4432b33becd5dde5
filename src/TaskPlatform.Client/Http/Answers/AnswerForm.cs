namespace TaskPlatform.Client.Http.Answers;

/// <summary>How an answer is read.</summary>
internal enum AnswerForm : byte
{
    /// <summary>Whole, as one JSON value.</summary>
    Json,

    /// <summary>As a stream of bytes, handed to the caller.</summary>
    File,

    /// <summary>As a stream of events.</summary>
    Events,
}
