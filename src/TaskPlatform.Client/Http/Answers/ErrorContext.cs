namespace TaskPlatform.Client.Http.Answers;

/// <summary>The answer an error is read from, and what of the call its text should tell.</summary>
internal readonly struct ErrorContext(HttpResponseMessage response, string call, bool mayHaveRun, TimeSpan? retryAfter)
{
    internal HttpResponseMessage Response { get; } = response;

    internal string Call { get; } = call;

    internal bool MayHaveRun { get; } = mayHaveRun;

    internal TimeSpan? RetryAfter { get; } = retryAfter;
}
