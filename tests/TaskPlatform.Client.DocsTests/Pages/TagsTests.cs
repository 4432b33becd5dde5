using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

// docs/tags.md says that a user has to do this too.
#pragma warning disable TPC001

namespace DocsCode;

public sealed class TagsTests : PageTest
{
    [Fact]
    public async Task Tags_a_revision_and_runs_it_by_the_tag()
    {
        FakeTask task = Platform.AddTask("Translate");
        FakeTaskRevision newer = task.AddRevision();

        (await TagAsync(Client, task.Id, newer.Id)).RevisionId.Should().Be(newer.Id);

        task.Revisions.Should().HaveCount(2);
        Platform.RequestsFor(FakeOperation.AddTag).Single().Text.Should().Be($$"""{"entities":["{{newer.Id}}"]}""");
    }

    [Fact]
    public async Task Tags_what_is_made_and_the_task_itself()
    {
        FakeTask task = Platform.AddTask("Translate");
        Tag candidate = await MakeAsync(Client, TagEntityType.TaskRevision, "candidate");
        Tag nightly = await MakeAsync(Client, TagEntityType.Task, "nightly");

        TaskUpdateResult updated = await TagByUpdateAsync(Client, task.Id, candidate, nightly);

        updated.Task.Tags.Single().Name.Should().Be("nightly");
        updated.Task.Revisions.Single(revision => revision.Id == updated.NewRevisionId).Tags.Single().Name.Should().Be("candidate");
    }

    [Fact]
    public async Task Moves_a_tag_from_one_revision_to_another()
    {
        FakeTask task = Platform.AddTask("Translate");
        (Guid before, Guid after) = (task.Revisions[0].Id, task.AddRevision().Id);
        Tag tag = await MakeAsync(Client, TagEntityType.TaskRevision, "stable");
        await Client.Tags.AddToAsync(TagEntityType.TaskRevision, tag.Id, [before], TestContext.Current.CancellationToken);

        await MoveAsync(Client, tag, before, after);

        tag = await Client.Tags.GetAsync(TagEntityType.TaskRevision, tag.Id, TestContext.Current.CancellationToken);
        tag.TaggedEntities.Should().Equal(after);
    }

    [Fact]
    public async Task Lists_tags_with_those_below_them()
    {
        Tag above = await MakeAsync(Client, TagEntityType.Task, "teams");
        await Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = "claims", ParentId = above.Id }, TestContext.Current.CancellationToken);
        FakeTask tagged = Platform.AddTask("Translate");
        Platform.AddTask("Greet");
        Tag? claims = await Client.Tags.FindByNameAsync(TagEntityType.Task, "claims", TestContext.Current.CancellationToken);
        await Client.Tags.AddToAsync(TagEntityType.Task, claims!.Id, [tagged.Id], TestContext.Current.CancellationToken);

        (await ListAsync(Client, claims)).Should().Equal("teams", "  claims", "Translate");
    }

    [Fact]
    public async Task Changes_and_deletes_a_tag()
    {
        Tag tag = await MakeAsync(Client, TagEntityType.TaskRevision, "candidate");

        await ChangeAsync(Client, tag);

        Platform.RequestsFor(FakeOperation.UpdateTag).Single().Text.Should().Be("""{"description":null}""");
        (await Client.Tags.FindByNameAsync(TagEntityType.TaskRevision, "candidate", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("release-2")]
    [InlineData("sixteen0letters0")]
    public async Task A_name_that_is_none_is_refused_before_anything_is_sent(string name)
    {
        await ((Func<Task>)(() => MakeAsync(Client, TagEntityType.TaskRevision, name))).Should().ThrowAsync<ArgumentException>();

        Platform.Requests.Should().BeEmpty();
    }

    private static Task<Tag> MakeAsync(TaskPlatformClient client, TagEntityType kind, string name) => client.Tags.CreateAsync(kind, new CreateTagRequest { Name = name });

    private static async Task<TaskRun> TagAsync(TaskPlatformClient client, Guid taskId, Guid revisionId)
    {
        // docs: tags
        Tag tag = await client.Tags.FindByNameAsync(TagEntityType.TaskRevision, "candidate")
            ?? await client.Tags.CreateAsync(TagEntityType.TaskRevision, new CreateTagRequest { Name = "candidate" });

        await client.Tags.AddToAsync(TagEntityType.TaskRevision, tag.Id, [revisionId]);
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { RevisionTag = "candidate" });

        // docs: end
        return run;
    }

    private static async Task<TaskUpdateResult> TagByUpdateAsync(TaskPlatformClient client, Guid taskId, Tag candidate, Tag nightly)
    {
        // docs: tag-by-update
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            SystemPrompt = "Be brief.",
            RevisionTags = [candidate.Id],     // of the new revision
            Tags = [nightly.Id],               // of the task; in place of those it had
        });

        // docs: end
        return updated;
    }

    private static async Task MoveAsync(TaskPlatformClient client, Tag tag, Guid before, Guid after)
    {
        // docs: tag-move
        await client.Tags.RemoveFromAsync(TagEntityType.TaskRevision, tag.Id, [before]);
        await client.Tags.AddToAsync(TagEntityType.TaskRevision, tag.Id, [after]);

        // docs: end
    }

    private static async Task<List<string>> ListAsync(TaskPlatformClient client, Tag claims)
    {
        List<string> lines = [];

        // docs: tag-list
        await foreach (Tag tag in client.Tags.ListAsync(TagEntityType.Task))
        {
            lines.Add(tag.Name);
            lines.AddRange(tag.Children.Select(child => $"  {child.Name}"));
        }

        await foreach (TaskDefinition task in client.Tasks.ListAsync(new ListTasksRequest { TagId = claims.Id }))
        {
            lines.Add(task.Name);
        }

        // docs: end
        return lines;
    }

    private static async Task ChangeAsync(TaskPlatformClient client, Tag tag)
    {
        // docs: tag-change
        Tag changed = await client.Tags.UpdateAsync(TagEntityType.TaskRevision, tag.Id, new UpdateTagRequest { Description = null });
        await client.Tags.DeleteAsync(changed.Id);

        // docs: end
    }
}
