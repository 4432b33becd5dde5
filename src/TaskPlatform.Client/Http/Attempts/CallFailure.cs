using TaskPlatform.Client.Errors;

namespace TaskPlatform.Client.Http.Attempts;

/// <summary>Writes the facts of a call on the exception it ends with.</summary>
internal static class CallFailure
{
    internal static Exception With(Exception failure, CallFacts facts)
    {
        switch (failure)
        {
            case TaskPlatformException known:
                known.Facts = facts;
                return known;
            case TaskPlatformCanceledException canceled:
                canceled.Facts = facts;
                return canceled;
            default:
                return new TaskPlatformConnectionException(failure.Message, failure) { Facts = facts };
        }
    }
}
