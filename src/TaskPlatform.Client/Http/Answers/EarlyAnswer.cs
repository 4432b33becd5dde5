using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Http.Answers;

/// <summary>
/// Reads the answer of a call that may be repeated as soon as it is there, because one that can't be read is worth
/// another attempt. What was read is kept, so that no body is parsed twice.
/// </summary>
/// <param name="parse">How a body is read; null reads a record of the wire.</param>
internal sealed class EarlyAnswer<T>(Func<ReadOnlyMemory<byte>, T>? parse = null)
{
    private T? value;

    /// <summary>Reads a body; says why it can't be read.</summary>
    internal TaskPlatformException? Read(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        try
        {
            value = parse is null ? AnswerReader.Parse<T>(body) : parse(body);
            return null;
        }
        catch (Exception failure) when (AnswerReader.IsUnreadable(failure))
        {
            return AnswerReader.Unreadable<T>(failure, body, response.StatusCode, response.Headers);
        }
    }

    /// <summary>The answer of a call that was answered; gives the body's memory back.</summary>
    internal Answer<T> Of(Call call)
    {
        call.Last.Body!.Return();
        return AnswerReader.Answer(value!, call);
    }
}
