using System.Text;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.LlmModels;

namespace TaskPlatform.Client;

/// <summary>
/// Language models a project may use. Get it from <see cref="TaskPlatformClient.Models"/>. Safe to use from many threads.
/// All operations can be replaced by a mock.
/// </summary>
/// <remarks>Reading costs nothing and is repeated freely.</remarks>
public class LlmModelsClient
{
    private readonly ITransport transport;

    internal LlmModelsClient(ITransport transport) => this.transport = transport;

    /// <summary>For mocks only: the operations of an instance made so must be replaced.</summary>
    protected LlmModelsClient()
        : this(null!)
    {
    }

    /// <summary>Lists the models (<c>GET …/model</c>), all in one answer.</summary>
    /// <param name="request">Which models; null is all that can be chosen.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The models, in the platform's order.</returns>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<IReadOnlyList<LlmModel>> ListAsync(ListLlmModelsRequest? request = null, CancellationToken cancellationToken = default) =>
        ListCoreAsync(request, options: null, cancellationToken);

    /// <inheritdoc cref="ListAsync(ListLlmModelsRequest, CancellationToken)"/>
    /// <param name="request">Which models; null is all that can be chosen.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<IReadOnlyList<LlmModel>> ListAsync(ListLlmModelsRequest? request, RequestOptions options, CancellationToken cancellationToken = default) =>
        ListCoreAsync(request, options, cancellationToken);

    /// <summary>Reads a model (<c>GET …/model/{id_or_name}</c>).</summary>
    /// <param name="idOrName">Its id, or its reference name exactly as the platform writes it; not its alias, which <see cref="FindAsync(string, CancellationToken)"/> takes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">The id or name is empty, <c>.</c> or <c>..</c>; nothing was sent.</exception>
    /// <exception cref="TaskPlatformNotFoundException">There is no such model.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<LlmModel> GetAsync(ResourceId idOrName, CancellationToken cancellationToken = default) =>
        GetCoreAsync(idOrName, options: null, cancellationToken);

    /// <inheritdoc cref="GetAsync(ResourceId, CancellationToken)"/>
    /// <param name="idOrName">Its id, or its reference name exactly as the platform writes it; not its alias, which <see cref="FindAsync(string, CancellationToken)"/> takes.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<LlmModel> GetAsync(ResourceId idOrName, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetCoreAsync(idOrName, options, cancellationToken);

    /// <summary>
    /// Finds a model by the name people give it: its reference name or its alias, case ignored. Reads the whole list
    /// (<c>GET …/model?include_retired=true</c>).
    /// </summary>
    /// <param name="name">The name or alias, whole.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The model. One that can no longer be chosen, which <see cref="LlmModel.Retired"/> says, is given only when no other has the name.</returns>
    /// <exception cref="ArgumentException">The name is empty; nothing was sent.</exception>
    /// <exception cref="TaskPlatformNotFoundException">No model has this name; the text tells the nearest ones.</exception>
    /// <exception cref="TaskPlatformException">Several models have this name, or the call failed, after it was tried again where that may help.</exception>
    public virtual Task<LlmModel> FindAsync(string name, CancellationToken cancellationToken = default) =>
        FindCoreAsync(name, options: null, cancellationToken);

    /// <inheritdoc cref="FindAsync(string, CancellationToken)"/>
    /// <param name="name">The name or alias, whole.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<LlmModel> FindAsync(string name, RequestOptions options, CancellationToken cancellationToken = default) =>
        FindCoreAsync(name, options, cancellationToken);

    private async Task<IReadOnlyList<LlmModel>> ListCoreAsync(ListLlmModelsRequest? request, RequestOptions? options, CancellationToken cancellationToken)
    {
        string query = new StringBuilder()
            .Query("include_retired", request?.IncludeRetired)
            .Query("vision", request is { ReadsImages: true } ? "image" : null)
            .Query("vision", request is { ReadsPdfs: true } ? "pdf" : null)
            .Query("output", request is { MakesImages: true } ? "image" : null)
            .ToString();
        return (await transport.GetAsync(LlmModelRoutes.List, new RouteValues(Query: query), new CallContext(options), cancellationToken).ConfigureAwait(false)).Value;
    }

    private async Task<LlmModel> GetCoreAsync(ResourceId idOrName, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (idOrName.Value is "" or "." or "..")
        {
            throw new ArgumentException("A model is asked for by its id or name; an empty one, '.' and '..' are refused.", nameof(idOrName));
        }

        Answer<LlmModel> answer = await transport.GetAsync(LlmModelRoutes.Get, new RouteValues(Name: idOrName.Value), new CallContext(options), cancellationToken).ConfigureAwait(false);
        answer.Value.Response = answer.Response;
        return answer.Value;
    }

    private async Task<LlmModel> FindCoreAsync(string name, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return LlmModelSearch.Find(await ListCoreAsync(new ListLlmModelsRequest { IncludeRetired = true }, options, cancellationToken).ConfigureAwait(false), name);
    }
}
