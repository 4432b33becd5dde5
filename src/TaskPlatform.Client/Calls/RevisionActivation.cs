namespace TaskPlatform.Client.Calls;

/// <summary>
/// The second half of updating and activating, the same for tasks and agents: find the revision the update made, make
/// it live, and lose nothing of the update if that fails.
/// </summary>
/// <param name="fail">Makes the exception that carries the update: text, new revision, cause.</param>
internal sealed class RevisionActivation(Func<string, Guid?, Exception?, TaskPlatformException> fail)
{
    internal async Task<TResult> RunAsync<TResult>(
        bool? created, Guid? revisionId, Func<Guid, Task<TResult>> activateAsync, CancellationToken cancellationToken)
    {
        if (created == false)
        {
            throw fail("The update was carried out, but made no new revision (X-New-Revision-created: false), so nothing was activated.", null, null);
        }

        if (revisionId is not { } revision)
        {
            throw fail("The update was carried out, but the platform did not say which revision it made, and the answer does not show exactly one that fits. Nothing was activated.", null, null);
        }

        try
        {
            return await activateAsync(revision).ConfigureAwait(false);
        }
        catch (TaskPlatformCanceledException canceled)
        {
            throw new TaskPlatformCanceledException(
                $"The caller cancelled after the update had made revision {revision}; the inner exception carries the update.",
                fail("The caller cancelled the activation.", revision, canceled),
                cancellationToken)
            {
                Facts = canceled.Facts,
            };
        }
        catch (Exception failure)
        {
            // Not only ours: a client that was disposed meanwhile throws something else, and the update is no less made.
            TaskPlatformException notActivated = fail($"The update made revision {revision}, but activating it failed. Activate it; don't repeat the update. {failure.Message}", revision, failure);
            notActivated.Facts = (failure as TaskPlatformException)?.Facts ?? notActivated.Facts;
            throw notActivated;
        }
    }
}
