using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Identity;

/// <summary>
/// Finds the organization and project of a credential when they are first needed: one request for any number of callers,
/// remembered when it was answered, asked again by the next call when it was not.
/// </summary>
/// <param name="root">Sends to the API's base.</param>
/// <param name="organizationId">The organization, where the options name it.</param>
/// <param name="projectId">The project, where the options name it.</param>
/// <param name="open">Opens what sends to a project.</param>
internal sealed class ProjectLookup(ITransport root, Guid? organizationId, Guid? projectId, Func<Guid, Guid, ITransport> open)
{
    // Guards found and asking together: who finds no project must either find the request for it or start it.
    private readonly object gate = new();
    private volatile ITransport? found;
    private Task<Finding>? asking;

    /// <summary>What sends to the project, once it is found.</summary>
    internal ITransport? Found => found;

    internal async ValueTask<ITransport> FindAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<Finding> next;
        lock (gate)
        {
            if (found is { } known)
            {
                return known;
            }

            next = asking ??= SharedWork.StartAsync(AskAsync);
        }

        Finding finding = await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        return finding.Project ?? throw Explain(finding.Failure);
    }

    private async Task<Finding> AskAsync()
    {
        Finding finding;
        try
        {
            finding = new Finding(Open(await CallerReader.ReadAsync(root, options: null, CancellationToken.None).ConfigureAwait(false)), null);
        }
        catch (Exception failure)
        {
            finding = new Finding(null, failure);
        }

        lock (gate)
        {
            found = finding.Project;
            asking = null;
        }

        return finding;
    }

    private ITransport? Open(CallerIdentity caller) =>
        (organizationId ?? caller.OrganizationId) is { } organization && organization != Guid.Empty
        && (projectId ?? caller.ProjectId) is { } project && project != Guid.Empty
            ? open(organization, project)
            : null;

    // One exception for each caller: the facts of its call are written on it. That nothing of the call was sent must show
    // on it too, or a refused question would be taken for a refused run and the fallback model asked.
    private static Exception Explain(Exception? failure) => failure switch
    {
        null => new TaskPlatformException(
            "The platform does not say which organization and project this credential belongs to, as for a person who logged in, so nothing was sent. "
            + "Set TaskPlatformClientOptions.OrganizationId and TaskPlatformClientOptions.ProjectId."),
        TaskPlatformAuthenticationException refused => new TaskPlatformAuthenticationException(Text(refused.Message), refused) { Answer = refused.Answer },
        TaskPlatformException known => new TaskPlatformException(Text(known.Message), known),
        ObjectDisposedException => failure,
        _ => new TaskPlatformException(Text($"{failure.GetType().Name} was thrown."), failure),
    };

    private static string Text(string reason) =>
        $"OrganizationId and ProjectId are not both set, and asking for those of this credential failed, so nothing was sent: {reason}";

    // Neither a project nor a failure: the platform answered and named none.
    private sealed record Finding(ITransport? Project, Exception? Failure);
}
