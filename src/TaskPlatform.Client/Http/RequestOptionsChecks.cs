using System.Globalization;
using TaskPlatform.Client.Http.Requests;

namespace TaskPlatform.Client.Http;

/// <summary>Refuses options of a call that can't be meant, before anything is sent.</summary>
internal static class RequestOptionsChecks
{
    // Timers take no more.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    internal static void Check(RequestOptions? options)
    {
        if (options is null)
        {
            return;
        }

        if (options.Timeout is { } timeout && timeout != Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout > Longest))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"RequestOptions.Timeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan; {timeout} was given."), nameof(options));
        }

        if (options.MaxAttempts < 1)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"RequestOptions.MaxAttempts counts the first attempt, so it is at least 1; {options.MaxAttempts} was given."), nameof(options));
        }

        CallerHeaders.Check(options.Headers);
    }
}
