using TaskPlatform.Client.Calls;

namespace TaskPlatform.Client.Tags;

/// <summary>The endpoints of tags, under <c>/org/{org_id}/project/{project_id}/</c>. No other file knows their paths.</summary>
internal static class TagRoutes
{
    internal static readonly Route<Nothing, Page<Tag>> List = new(HttpMethod.Get, "{entity_type}/tag", CallKind.Read, "list_tags");

    internal static readonly Route<CreateTagRequest, Tag> Create = new(HttpMethod.Post, "{entity_type}/tag", CallKind.Update, "create_tag");

    internal static readonly Route<Nothing, Tag> Get = new(HttpMethod.Get, "{entity_type}/tag/{tag_id}", CallKind.Read, "get_tag");

    internal static readonly Route<UpdateTagRequest, Tag> Update = new(HttpMethod.Post, "{entity_type}/tag/{tag_id}", CallKind.Update, "update_tag");

    // What these three answer is shown nowhere, so nothing of it is read.
    internal static readonly Route<TagEntities, Nothing> Add = new(HttpMethod.Post, "{entity_type}/tag/{tag_id}/add", CallKind.Update, "add_tag");

    internal static readonly Route<TagEntities, Nothing> Remove = new(HttpMethod.Post, "{entity_type}/tag/{tag_id}/remove", CallKind.Update, "remove_tag");

    internal static readonly Route<Nothing, Nothing> Delete = new(HttpMethod.Delete, "tags/{tag_id}", CallKind.Update, "delete_tag");

    /// <summary>The route for one kind of thing: the kind is a word of the path, the ids are filled in as for any other.</summary>
    internal static Route<TRequest, TResponse> For<TRequest, TResponse>(this Route<TRequest, TResponse> route, TagEntityType entityType) =>
        route with { Template = route.Template.Replace("{entity_type}", TagChecks.Word(entityType), StringComparison.Ordinal) };
}
