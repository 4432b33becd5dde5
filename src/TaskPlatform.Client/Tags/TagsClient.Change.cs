using System.Diagnostics.CodeAnalysis;
using TaskPlatform.Client.Calls;
using TaskPlatform.Client.Tags;

namespace TaskPlatform.Client;

public partial class TagsClient
{
    private const string NotShown = "TPC001";

    /// <summary>Makes a tag for one kind of thing (<c>POST …/{entity_type}/tag</c>). It is on nothing yet.</summary>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="request">The tag.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the tag may still be made.</param>
    /// <returns>The tag with its id.</returns>
    /// <exception cref="ArgumentException">The kind is no word, or a value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the tag may exist.</exception>
    public virtual Task<Tag> CreateAsync(TagEntityType entityType, CreateTagRequest request, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(entityType, request, options: null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(TagEntityType, CreateTagRequest, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="request">The tag.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the tag may still be made.</param>
    public virtual Task<Tag> CreateAsync(TagEntityType entityType, CreateTagRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        CreateCoreAsync(entityType, request, options, cancellationToken);

    /// <summary>Changes a tag (<c>POST …/{entity_type}/tag/{tag_id}</c>). Only the members that are set are sent.</summary>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the change may still be made.</param>
    /// <returns>The tag after the change.</returns>
    /// <exception cref="ArgumentException">Nothing is set, the kind is no word, or a value breaks a limit of the platform; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the change may be made.</exception>
    public virtual Task<Tag> UpdateAsync(TagEntityType entityType, Guid tagId, UpdateTagRequest request, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(entityType, tagId, request, options: null, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(TagEntityType, Guid, UpdateTagRequest, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="request">What to change.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the change may still be made.</param>
    public virtual Task<Tag> UpdateAsync(TagEntityType entityType, Guid tagId, UpdateTagRequest request, RequestOptions options, CancellationToken cancellationToken = default) =>
        UpdateCoreAsync(entityType, tagId, request, options, cancellationToken);

    /// <summary>
    /// Puts a tag on things (<c>POST …/{entity_type}/tag/{tag_id}/add</c>): on revisions that exist already, without making
    /// new ones. Experimental: what the platform answers is documented nowhere, so any 2xx counts as done and nothing of
    /// it is read.
    /// </summary>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="entityIds">Ids of the things, one at least.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    /// <exception cref="ArgumentException">There is no id, or the kind is no word; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether it may have been carried out.</exception>
    [Experimental(NotShown)]
    public virtual Task AddToAsync(TagEntityType entityType, Guid tagId, IEnumerable<Guid> entityIds, CancellationToken cancellationToken = default) =>
        SendEntitiesAsync(TagRoutes.Add, entityType, tagId, entityIds, options: null, cancellationToken);

    /// <inheritdoc cref="AddToAsync(TagEntityType, Guid, IEnumerable{Guid}, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="entityIds">Ids of the things, one at least.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    [Experimental(NotShown)]
    public virtual Task AddToAsync(TagEntityType entityType, Guid tagId, IEnumerable<Guid> entityIds, RequestOptions options, CancellationToken cancellationToken = default) =>
        SendEntitiesAsync(TagRoutes.Add, entityType, tagId, entityIds, options, cancellationToken);

    /// <summary>
    /// Takes a tag off things (<c>POST …/{entity_type}/tag/{tag_id}/remove</c>). Experimental: what the platform answers is
    /// documented nowhere, so any 2xx counts as done and nothing of it is read.
    /// </summary>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="entityIds">Ids of the things, one at least.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    /// <exception cref="ArgumentException">There is no id, or the kind is no word; nothing was sent.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether it may have been carried out.</exception>
    [Experimental(NotShown)]
    public virtual Task RemoveFromAsync(TagEntityType entityType, Guid tagId, IEnumerable<Guid> entityIds, CancellationToken cancellationToken = default) =>
        SendEntitiesAsync(TagRoutes.Remove, entityType, tagId, entityIds, options: null, cancellationToken);

    /// <inheritdoc cref="RemoveFromAsync(TagEntityType, Guid, IEnumerable{Guid}, CancellationToken)"/>
    /// <param name="entityType">What kind of thing the tag is for.</param>
    /// <param name="tagId">The tag.</param>
    /// <param name="entityIds">Ids of the things, one at least.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, it may still be carried out.</param>
    [Experimental(NotShown)]
    public virtual Task RemoveFromAsync(TagEntityType entityType, Guid tagId, IEnumerable<Guid> entityIds, RequestOptions options, CancellationToken cancellationToken = default) =>
        SendEntitiesAsync(TagRoutes.Remove, entityType, tagId, entityIds, options, cancellationToken);

    /// <summary>
    /// Deletes a tag, whatever kind of thing it is for (<c>DELETE …/tags/{tag_id}</c>). Experimental: status and body of the
    /// answer are documented nowhere, so any 2xx counts as done; what becomes of the tags below it is not documented either.
    /// </summary>
    /// <param name="tagId">The tag.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the tag may still be deleted.</param>
    /// <exception cref="TaskPlatformNotFoundException">There is no such tag in the project.</exception>
    /// <exception cref="TaskPlatformException">The call failed; <see cref="TaskPlatformException.OutcomeUnknown"/> says whether the tag may be gone.</exception>
    [Experimental(NotShown)]
    public virtual Task DeleteAsync(Guid tagId, CancellationToken cancellationToken = default) =>
        DeleteCoreAsync(tagId, options: null, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(Guid, CancellationToken)"/>
    /// <param name="tagId">The tag.</param>
    /// <param name="options">What this call does otherwise than the client's options say.</param>
    /// <param name="cancellationToken">Cancels the call. Once the request is handed over, the tag may still be deleted.</param>
    [Experimental(NotShown)]
    public virtual Task DeleteAsync(Guid tagId, RequestOptions options, CancellationToken cancellationToken = default) =>
        DeleteCoreAsync(tagId, options, cancellationToken);

    private async Task<Tag> CreateCoreAsync(TagEntityType entityType, CreateTagRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (defaults.ValidateRequests)
        {
            TagChecks.Check(request);
        }

        return Result(await transport.SendAsync(TagRoutes.Create.For(entityType), default, request, new CallContext(options), cancellationToken).ConfigureAwait(false));
    }

    private async Task<Tag> UpdateCoreAsync(TagEntityType entityType, Guid tagId, UpdateTagRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        TagChecks.Refuse(request);
        if (defaults.ValidateRequests)
        {
            TagChecks.Check(request);
        }

        return Result(await transport.SendAsync(TagRoutes.Update.For(entityType), new RouteValues(tagId), request, new CallContext(options), cancellationToken).ConfigureAwait(false));
    }

    private async Task SendEntitiesAsync(
        Route<TagEntities, Nothing> route, TagEntityType entityType, Guid tagId, IEnumerable<Guid> entityIds, RequestOptions? options, CancellationToken cancellationToken) =>
        await transport.SendAsync(route.For(entityType), new RouteValues(tagId), TagEntities.Of(entityIds), new CallContext(options), cancellationToken).ConfigureAwait(false);

    private async Task DeleteCoreAsync(Guid tagId, RequestOptions? options, CancellationToken cancellationToken) =>
        await transport.SendAsync(TagRoutes.Delete, new RouteValues(tagId), default, new CallContext(options), cancellationToken).ConfigureAwait(false);
}
