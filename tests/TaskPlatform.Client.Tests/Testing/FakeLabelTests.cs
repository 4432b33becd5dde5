using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeLabelTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly WireClient wire;

    public FakeLabelTests() => wire = new WireClient(platform);

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task A_tag_shows_what_carries_it_and_what_lies_below_it()
    {
        FakeTask task = platform.AddTask("Translate");
        Guid release = platform.AddTag("release", "task");
        WireAnswer child = await wire.PostAsync($"{wire.ProjectPath}/task/tag", $$"""{"name":"candidate","parent_id":"{{release}}"}""");
        string id = child.Json["id"]!.ToString();
        await wire.PostAsync($"{wire.ProjectPath}/task/tag/{id}/add", $$"""{"entities":["{{task.Id}}","{{task.Id}}"]}""");

        WireAnswer page = await wire.GetFileAsync($"{wire.ProjectPath}/task/tag");

        page.Json["results"]!.AsArray().Should().ContainSingle().Which!["children"]![0]!["tagged_entities"]![0]!.ToString().Should().Be(task.Id.ToString());
        task.ToJson()["tags"]!.AsArray().Should().ContainSingle().Which!["name"]!.ToString().Should().Be("candidate");
    }

    [Fact]
    public async Task A_tag_that_is_changed_or_deleted_is_so_wherever_it_is()
    {
        FakeTaskAgent agent = platform.AddAgent("Helper");
        Guid tag = platform.AddTag("old", "task_agent_revision");
        string path = $"{wire.ProjectPath}/task_agent_revision/tag/{tag}";
        await wire.PostAsync($"{path}/add", $$"""{"entities":["{{agent.Revisions[0].Id}}"]}""");

        await wire.PostAsync(path, """{"name":"new"}""");
        string renamed = agent.Revisions[0].ToJson()["tags"]![0]!["name"]!.ToString();
        WireAnswer deleted = await wire.SendAsync(new HttpRequestMessage(HttpMethod.Delete, new Uri($"https://taskplatform.test/api/v1/{wire.ProjectPath}/tags/{tag}")));

        (renamed, deleted.Status).Should().Be(("new", HttpStatusCode.NoContent));
        agent.Revisions[0].ToJson()["tags"]!.AsArray().Should().BeEmpty();
        (await wire.GetFileAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":null}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"a b"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"abcdefghijklmnop"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"a","parent_id":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"a","parent_id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"name":"taken"}""", HttpStatusCode.Conflict)]
    public async Task Refuses_a_tag_the_platform_would_refuse(string body, HttpStatusCode status)
    {
        platform.AddTag("taken", "task");

        (await wire.PostAsync($"{wire.ProjectPath}/task/tag", body)).Status.Should().Be(status);
    }

    [Fact]
    public async Task Refuses_what_it_does_not_have()
    {
        Guid tag = platform.AddTag("a", "task");
        string path = $"{wire.ProjectPath}/task/tag/{tag}";

        (await wire.PostAsync($"{path}/add", $$"""{"entities":["{{Guid.NewGuid()}}"]}""")).Status.Should().Be(HttpStatusCode.NotFound);
        (await wire.PostAsync($"{path}/remove", """{"entities":["x"]}""")).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await wire.PostAsync(path, $$"""{"parent_id":"{{tag}}"}""")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await wire.GetFileAsync($"{wire.ProjectPath}/task_revision/tag/{tag}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await wire.GetFileAsync($"{wire.ProjectPath}/banana/tag")).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await wire.GetFileAsync($"{wire.ProjectPath}/reporting-groups/{Guid.NewGuid()}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_run_that_names_a_group_makes_it_and_a_new_name_is_used_from_then_on()
    {
        FakeTask task = platform.AddTask("Translate");
        WireAnswer first = await wire.RunAsync(task, query: "?reporting_group=acme");
        string id = first.Json["reporting_group_id"]!.ToString();

        await wire.PostAsync($"{wire.ProjectPath}/reporting-groups/{id}", """{"name":"acme plc"}""");
        WireAnswer renamed = await wire.RunAsync(task, query: "?reporting_group=acme%20plc");
        WireAnswer other = await wire.RunAsync(task, query: "?reporting_group=acme");

        renamed.Json["reporting_group_id"]!.ToString().Should().Be(id);
        other.Json["reporting_group_id"]!.ToString().Should().NotBe(id);
        (await wire.PostAsync($"{wire.ProjectPath}/reporting-groups/{id}", """{"name":"acme"}""")).Status.Should().Be(HttpStatusCode.Conflict);
    }
}
