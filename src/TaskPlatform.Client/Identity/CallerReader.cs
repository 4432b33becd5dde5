using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Identity;

/// <summary>Asks the platform whose credential it is.</summary>
internal static class CallerReader
{
    internal static async Task<CallerIdentity> ReadAsync(ITransport root, RequestOptions? options, CancellationToken cancellationToken)
    {
        Answer<CallerIdentity> answer = await root.GetAsync(IdentityRoutes.WhoAmI, default, new CallContext(options), cancellationToken).ConfigureAwait(false);
        answer.Value.Response = answer.Response;
        return answer.Value;
    }
}
