using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>Makes the bodies of a change that sends none.</summary>
internal sealed class EmptySource : BodySource
{
    internal static readonly EmptySource Instance = new();

    internal override RequestBody Create(AttemptClock clock, (TimeLimit Limit, TimeSpan Duration) answerLimit) =>
        new EmptyBody { Clock = clock, AnswerLimit = answerLimit };
}
