namespace TaskPlatform.Client.Diagnostics;

/// <summary>Why a call failed, in one word of a small set: a status, or what kind of failure it was.</summary>
internal static class ErrorWord
{
    internal static string Of(Exception failure) => failure switch
    {
        TaskPlatformException ours => ours.ErrorType,
        OperationCanceledException => "canceled",
        _ => failure.GetType().FullName ?? "_OTHER",
    };
}
