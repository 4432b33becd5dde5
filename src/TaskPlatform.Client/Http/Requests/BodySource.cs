using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>What a call sends, made once; each attempt gets a body of its own from it.</summary>
internal abstract class BodySource
{
    /// <summary>Makes the body of one attempt.</summary>
    /// <param name="clock">The attempt's time limit, which the body moves on.</param>
    /// <param name="answerLimit">The limit that starts with the last byte.</param>
    internal abstract RequestBody Create(AttemptClock clock, (TimeLimit Limit, TimeSpan Duration) answerLimit);
}
