namespace TaskPlatform.Client.Trimmed;

/// <summary>Compares what came with what should have come; the first difference ends the program.</summary>
internal static class Check
{
    internal static int Passed { get; private set; }

    internal static void That(string what, bool holds) => Same(what, holds, expected: true);

    internal static void Same<T>(string what, T actual, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
        {
            throw new InvalidOperationException($"{what}: expected {expected}, but it is {actual}");
        }

        Passed++;
    }

    /// <summary>Makes a call that must fail with this exception, and gives it.</summary>
    internal static async Task<TException> FailsAsync<TException>(string what, Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException expected)
        {
            Passed++;
            return expected;
        }

        throw new InvalidOperationException($"{what}: expected {typeof(TException).Name}, but nothing was thrown");
    }
}
