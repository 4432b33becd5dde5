using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Tags;

namespace TaskPlatform.Client;

/// <summary>
/// Tags of one project, each for one kind of thing: revisions of tasks that runs ask for by a tag's name, tasks that a list
/// shows by a tag's id, and others. Get it from <see cref="TaskPlatformClient.Tags"/>. Safe to use from many threads. All
/// operations can be replaced by a mock.
/// </summary>
/// <remarks>
/// Failures are <see cref="TaskPlatformException"/> and its subclasses; the caller's cancellation is
/// <see cref="TaskPlatformCanceledException"/>; mistakes in arguments are <see cref="ArgumentException"/>, thrown before
/// anything is sent.
/// </remarks>
public partial class TagsClient
{
    private readonly ITransport transport;
    private readonly CallDefaults defaults;

    internal TagsClient(ITransport transport, CallDefaults defaults)
    {
        this.transport = transport;
        this.defaults = defaults;
    }

    /// <summary>For mocks only: the operations of an instance made so must be replaced.</summary>
    protected TagsClient()
        : this(null!, null!)
    {
    }

    /// <summary>
    /// Lists the tags for one kind of thing (<c>GET …/{entity_type}/tag</c>), page after page, each asked for when it is
    /// needed. Tags below a tag are in its <see cref="Tag.Children"/>; whether the list also names them by themselves is not
    /// documented.
    /// </summary>
    /// <param name="entityType">What kind of thing the tags are for.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    /// <returns>The tags. Nothing is sent before the first is asked for; to go through them again asks again.</returns>
    /// <exception cref="ArgumentException">The kind is no word; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help, or the platform's list does not come to an end; thrown while going through the tags.</exception>
    public virtual IAsyncEnumerable<Tag> ListAsync(TagEntityType entityType, CancellationToken cancellationToken = default) =>
        ListCoreAsync(entityType, options: null, cancellationToken);

    /// <inheritdoc cref="ListAsync(TagEntityType, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tags are for.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the list.</param>
    public virtual IAsyncEnumerable<Tag> ListAsync(TagEntityType entityType, RequestOptions options, CancellationToken cancellationToken = default) =>
        ListCoreAsync(entityType, options, cancellationToken);

    /// <summary>Looks for a tag by its name, also among the <see cref="Tag.Children"/> of others: the list is read until it is found (<c>GET …/{entity_type}/tag</c>).</summary>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="name">The whole name; upper and lower case differ.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The first tag of that name, or null when there is none.</returns>
    /// <exception cref="ArgumentException">The kind is no word, or the name is empty; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">A page failed, after it was tried again where that may help.</exception>
    public virtual Task<Tag?> FindByNameAsync(TagEntityType entityType, string name, CancellationToken cancellationToken = default) =>
        FindCoreAsync(entityType, name, options: null, cancellationToken);

    /// <inheritdoc cref="FindByNameAsync(TagEntityType, string, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="name">The whole name; upper and lower case differ.</param>
    /// <param name="options">What the call for each page does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public virtual Task<Tag?> FindByNameAsync(TagEntityType entityType, string name, RequestOptions options, CancellationToken cancellationToken = default) =>
        FindCoreAsync(entityType, name, options, cancellationToken);

    /// <summary>Reads a tag (<c>GET …/{entity_type}/tag/{tag_id}</c>).</summary>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tag as it stands.</returns>
    /// <exception cref="TaskPlatformNotFoundException">There is no such tag for this kind of thing.</exception>
    /// <exception cref="TaskPlatformException">The call failed, after it was tried again where that may help.</exception>
    public virtual Task<Tag> GetAsync(TagEntityType entityType, Guid tagId, CancellationToken cancellationToken = default) =>
        GetCoreAsync(entityType, tagId, options: null, cancellationToken);

    /// <inheritdoc cref="GetAsync(TagEntityType, Guid, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<Tag> GetAsync(TagEntityType entityType, Guid tagId, RequestOptions options, CancellationToken cancellationToken = default) =>
        GetCoreAsync(entityType, tagId, options, cancellationToken);

    private IAsyncEnumerable<Tag> ListCoreAsync(TagEntityType entityType, RequestOptions? options, CancellationToken cancellationToken) =>
        Paging.ListAsync(transport, TagRoutes.List.For(entityType), default, new PageQuery("", pageLimit: null, defaults.ValidateRequests), new CallContext(options), cancellationToken);

    private async Task<Tag?> FindCoreAsync(TagEntityType entityType, string name, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        await foreach (Tag tag in ListCoreAsync(entityType, options, cancellationToken).ConfigureAwait(false))
        {
            if (FindIn(tag, name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<Tag> GetCoreAsync(TagEntityType entityType, Guid tagId, RequestOptions? options, CancellationToken cancellationToken) =>
        Result(await transport.GetAsync(TagRoutes.Get.For(entityType), new RouteValues(tagId), new CallContext(options), cancellationToken).ConfigureAwait(false));

    private static Tag? FindIn(Tag tag, string name) =>
        tag.Name == name ? tag : tag.Children.Select(child => FindIn(child, name)).FirstOrDefault(static found => found is not null);

    private static Tag Result(Answer<Tag> answer)
    {
        answer.Value.Response = answer.Response;
        return answer.Value;
    }
}
