using TaskPlatform.Client.Http.Attempts;

namespace TaskPlatform.Client.Http.Requests;

/// <summary>What is ready as bytes: an update's JSON, a token request's form.</summary>
internal sealed class BytesSource(ReadOnlyMemory<byte> bytes, string contentType) : BodySource
{
    internal override RequestBody Create(AttemptClock clock, (TimeLimit Limit, TimeSpan Duration) answerLimit) =>
        new BytesBody(bytes, contentType) { Clock = clock, AnswerLimit = answerLimit };
}
