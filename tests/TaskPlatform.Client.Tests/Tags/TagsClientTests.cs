using System.Net;
using System.Text.Json;
using FluentAssertions;
using NSubstitute;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

// Adding, removing and deleting are experimental: they are what is tested here.
#pragma warning disable TPC001

namespace TaskPlatform.Client.Tests.Tags;

public sealed class TagsClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_a_revision_that_exists_and_runs_it_by_the_tags_name()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        FakeTaskRevision newer = live.Task.AddRevision();
        Tag tag = await live.Client.Tags.CreateAsync(TagEntityType.TaskRevision, new CreateTagRequest { Name = "candidate" }, Cancellation);

        await live.Client.Tags.AddToAsync(TagEntityType.TaskRevision, tag.Id, [newer.Id], Cancellation);
        TaskRun tagged = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { RevisionTag = "candidate" }, Cancellation);
        TaskRun plain = await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), Cancellation);

        (tagged.RevisionId, plain.RevisionId).Should().Be((newer.Id, live.Task.Revisions[0].Id));
        FakeRequest added = live.Platform.RequestsFor(FakeOperation.AddTag).Should().ContainSingle().Which;
        (added.Path, added.Text).Should().Be(($"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/task_revision/tag/{tag.Id}/add", $$"""{"entities":["{{newer.Id}}"]}"""));
        live.Task.Revisions.Should().HaveCount(2, "tagging makes no revision");

        await live.Client.Tags.RemoveFromAsync(TagEntityType.TaskRevision, tag.Id, [newer.Id], new RequestOptions(), Cancellation);
        await ConnectedClient.ThrownAsync<TaskPlatformNotFoundException>(() => live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest { RevisionTag = "candidate" }, Cancellation));
    }

    [Fact]
    public async Task Makes_reads_changes_and_deletes_a_tag()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TagsClient tags = live.Client.Tags;

        Tag root = await tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = "depots", Description = "All of them" }, Cancellation);
        Tag child = await tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = "Leith", ParentId = root.Id }, new RequestOptions(), Cancellation);
        Tag moved = await tags.UpdateAsync(TagEntityType.Task, child.Id, new UpdateTagRequest { Name = "Oban", ParentId = null }, Cancellation);
        Tag read = await tags.GetAsync(TagEntityType.Task, child.Id, Cancellation);
        await tags.DeleteAsync(child.Id, Cancellation);

        (root.Name, root.Description, root.EntityType, root.ProjectId).Should().Be(("depots", "All of them", TagEntityType.Task, live.Platform.ProjectId));
        child.ParentId.Should().Be(root.Id);
        (moved.Name, moved.ParentId, read.Name).Should().Be(("Oban", null, "Oban"));
        new[] { root, child, moved, read }.Should().OnlyContain(static tag => tag.Response!.Attempts.Count == 1);
        await ConnectedClient.ThrownAsync<TaskPlatformNotFoundException>(() => tags.GetAsync(TagEntityType.Task, child.Id, new RequestOptions(), Cancellation));
        live.Platform.Requests.Select(static request => request.Text).Where(static text => text.Length > 0).Should().Equal(
            """{"name":"depots","description":"All of them"}""", $$"""{"name":"Leith","parent_id":"{{root.Id}}"}""", """{"name":"Oban","parent_id":null}""");
        FakeRequest deleted = live.Platform.RequestsFor(FakeOperation.DeleteTag).Should().ContainSingle().Which;
        (deleted.Method, deleted.Path).Should().Be(("DELETE", $"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/tags/{child.Id}"));
    }

    [Fact]
    public async Task Lists_all_tags_of_a_kind_and_finds_one_by_its_name_wherever_it_hangs()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        for (int number = 0; number < 101; number++)
        {
            live.Platform.AddTag($"tag{number}");
        }

        Guid release = live.Platform.AddTag("release");
        Tag candidate = await live.Client.Tags.CreateAsync(TagEntityType.TaskRevision, new CreateTagRequest { Name = "candidate", ParentId = release }, Cancellation);
        live.Platform.AddTag("candidate", "task");

        List<Tag> listed = await live.Client.Tags.ListAsync(TagEntityType.TaskRevision, Cancellation).AllAsync(Cancellation);
        Tag? found = await live.Client.Tags.FindByNameAsync(TagEntityType.TaskRevision, "candidate", Cancellation);
        Tag? first = await live.Client.Tags.FindByNameAsync(TagEntityType.TaskRevision, "tag0", new RequestOptions(), Cancellation);
        Tag? none = await live.Client.Tags.FindByNameAsync(TagEntityType.TaskRevision, "Candidate", Cancellation);

        listed.Should().HaveCount(102).And.OnlyContain(static tag => tag.Response == null);
        listed.Single(static tag => tag.Name == "release").Children.Should().ContainSingle().Which.Id.Should().Be(candidate.Id);
        (found!.Id, first!.Name, none).Should().Be((candidate.Id, "tag0", null));
        live.Platform.RequestsFor(FakeOperation.ListTags).Should().HaveCount(7, "two pages each, but one for what stands on the first");
    }

    [Theory]
    [InlineData("""{"results":[]}""", false)]
    [InlineData("""{"results":[{"name":"other","children":null},{"children":[{"children":[{"name":"x"}]}]}]}""", true)]
    public async Task Finds_what_hangs_anywhere_in_what_the_platform_shows(string page, bool found)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Answer(FakeOperation.ListTags, 200, page);

        (await live.Client.Tags.FindByNameAsync(TagEntityType.Skill, "x", Cancellation) is not null).Should().Be(found);
    }

    // Nobody knows what these answer: whatever it is, it was done.
    [Theory]
    [InlineData(200, "")]
    [InlineData(200, """{"id":"x"}""")]
    [InlineData(201, "done")]
    [InlineData(202, "[]")]
    [InlineData(204, "")]
    public async Task Any_good_status_counts_as_done(int status, string body)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        FakeOperation[] operations = [FakeOperation.AddTag, FakeOperation.RemoveTag, FakeOperation.DeleteTag];
        foreach (FakeOperation operation in operations)
        {
            live.Answer(operation, status, body);
        }

        await live.Client.Tags.AddToAsync(TagEntityType.Task, Guid.NewGuid(), [Guid.NewGuid()], new RequestOptions(), Cancellation);
        await live.Client.Tags.RemoveFromAsync(TagEntityType.Task, Guid.NewGuid(), [Guid.NewGuid()], Cancellation);
        await live.Client.Tags.DeleteAsync(Guid.NewGuid(), new RequestOptions(), Cancellation);

        live.Platform.Requests.Select(static request => request.Operation).Should().Equal(operations);
    }

    [Fact]
    public async Task A_change_is_not_sent_twice()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.CreateTag, HttpStatusCode.BadGateway);
        live.Platform.RespondNext(FakeOperation.DeleteTag, HttpStatusCode.BadGateway);

        TaskPlatformException made = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => live.Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = "a" }, Cancellation));
        TaskPlatformException deleted = await ConnectedClient.ThrownAsync<TaskPlatformException>(() => live.Client.Tags.DeleteAsync(Guid.NewGuid(), Cancellation));

        (made.OutcomeUnknown, deleted.OutcomeUnknown, live.Platform.Requests.Count).Should().Be((true, true, 2));
    }

    [Fact]
    public async Task Mistakes_are_refused_before_anything_is_sent()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        TagsClient tags = live.Client.Tags;
        Guid id = Guid.NewGuid();
        Func<Task>[] calls =
        [
            () => tags.CreateAsync(default, new CreateTagRequest { Name = "a" }, Cancellation),
            () => tags.CreateAsync(new TagEntityType("../x"), new CreateTagRequest { Name = "a" }, Cancellation),
            () => tags.GetAsync(new TagEntityType("task/tag"), id, Cancellation),
            () => tags.UpdateAsync(new TagEntityType("%2e%2e"), id, new UpdateTagRequest { Name = "a" }, Cancellation),
            () => tags.FindByNameAsync(TagEntityType.Task, "", Cancellation),
            () => tags.CreateAsync(TagEntityType.Task, null!, Cancellation),
            () => tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = null! }, Cancellation),
            () => tags.UpdateAsync(TagEntityType.Task, id, new UpdateTagRequest(), Cancellation),
            () => tags.UpdateAsync(TagEntityType.Task, id, null!, new RequestOptions(), Cancellation),
            () => tags.UpdateAsync(TagEntityType.Task, Guid.Empty, new UpdateTagRequest { Name = "a" }, Cancellation),
            () => tags.AddToAsync(TagEntityType.Task, id, [], Cancellation),
            () => tags.AddToAsync(TagEntityType.Task, id, null!, Cancellation),
            () => tags.RemoveFromAsync(TagEntityType.Task, id, [id, Guid.Empty], Cancellation),
            () => tags.DeleteAsync(Guid.Empty, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            Task started = call();
            await Assert.ThrowsAnyAsync<ArgumentException>(() => started);
        }

        tags.Invoking(static one => one.ListAsync(default, Cancellation)).Should().Throw<ArgumentException>();
        live.Platform.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a", true)]
    [InlineData("Leith2", true)]
    [InlineData("abcdefghijklmno", true)]
    [InlineData("abcdefghijklmnop", false)]
    [InlineData("ööööööööööööööö", true)]
    [InlineData("𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀𐐀", true)]
    [InlineData("a b", false)]
    [InlineData("a-b", false)]
    [InlineData("a_b", false)]
    [InlineData("a\n", false)]
    public async Task A_name_is_held_against_the_platforms_limits_if_requests_are_checked(string name, bool fits)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        await using ConnectedClient trusting = await ConnectedClient.StartAsync(static options => options.ValidateRequests = false);
        Guid existing = live.Platform.AddTag("existing", "skill");
        Func<Task>[] calls =
        [
            () => live.Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = name }, Cancellation),
            () => live.Client.Tags.UpdateAsync(TagEntityType.Skill, existing, new UpdateTagRequest { Name = name }, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            if (fits)
            {
                await call();
            }
            else
            {
                (await Assert.ThrowsAsync<ArgumentException>(call)).Message.Should().StartWith("Name ").And.Contain("15");
            }
        }

        Exception? sent = await Record.ExceptionAsync(() => trusting.Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = name }, Cancellation));
        sent?.Should().BeOfType<TaskPlatformValidationException>();
        trusting.Platform.RequestsFor(FakeOperation.CreateTag).Should().ContainSingle();
    }

    [Fact]
    public async Task A_description_is_held_against_its_limit()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        string longest = new('d', 1000);

        Tag made = await live.Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = "a", Description = longest }, Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(() => live.Client.Tags.UpdateAsync(TagEntityType.Task, made.Id, new UpdateTagRequest { Description = longest + "d" }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => live.Client.Tags.CreateAsync(TagEntityType.Task, new CreateTagRequest { Name = "b", Description = longest + "d" }, Cancellation));

        made.Description.Should().Be(longest);
    }

    [Fact]
    public async Task Can_be_mocked()
    {
        TagsClient tags = Substitute.For<TagsClient>();
        TaskPlatformClient client = Substitute.For<TaskPlatformClient>();
        client.Tags.Returns(tags);
        tags.FindByNameAsync(TagEntityType.Task, "live", Arg.Any<CancellationToken>()).Returns(JsonSerializer.Deserialize<Tag>("""{"name":"live"}"""));

        (await client.Tags.FindByNameAsync(TagEntityType.Task, "live", Cancellation))!.Name.Should().Be("live");
    }
}
