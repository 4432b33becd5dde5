using System.Net;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeReadTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly WireClient wire;

    public FakeReadTests() => wire = new WireClient(platform);

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Tells_a_key_its_project_and_a_person_none()
    {
        platform.AddPersonToken("jwt");
        FakeTask task = platform.AddTask("Translate");

        WireAnswer key = await wire.GetFileAsync("whoami");
        wire.Bearer = "jwt";
        WireAnswer person = await wire.GetFileAsync("whoami");
        wire.Bearer = task.AccessToken;
        WireAnswer ofTask = await wire.GetFileAsync("whoami");
        wire.Bearer = "unknown";
        WireAnswer stranger = await wire.GetFileAsync("whoami");

        key.Json["client"]!.ToJsonString().Should().Be($$"""{"org_id":"{{platform.OrganizationId}}","project_id":"{{platform.ProjectId}}"}""");
        person.Json.AsObject().Should().NotContainKey("client");
        ofTask.Json.AsObject().Should().NotContainKey("client");
        stranger.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_token_of_a_task_reads_no_task()
    {
        FakeTask task = platform.AddTask("Translate");
        wire.Bearer = task.AccessToken;

        (await wire.GetFileAsync($"{wire.ProjectPath}/task/{task.Id}")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await wire.GetFileAsync($"{wire.ProjectPath}/task")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Shows_test_revisions_on_request_only()
    {
        FakeTask task = platform.AddTask("Translate");
        task.AddRevision(static revision => revision.Test = true);
        string path = $"{wire.ProjectPath}/task/{task.Id}";

        (await wire.GetFileAsync(path)).Json["revisions"]!.AsArray().Should().ContainSingle();
        (await wire.GetFileAsync(path + "?include_tests=true")).Json["revisions"]!.AsArray().Should().HaveCount(2);
        (await wire.GetFileAsync($"{wire.ProjectPath}/task?include_tests=true")).Json["results"]![0]!["revisions"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task Lists_the_newest_first_and_only_those_of_the_project()
    {
        Guid other = Guid.NewGuid();
        platform.AddProject(platform.OrganizationId, other);
        platform.AddTask("Elsewhere", definition => definition.ProjectId = other);
        FakeTask first = platform.AddTask("First");
        FakeTask second = platform.AddTask("Second");

        WireAnswer page = await wire.GetFileAsync($"{wire.ProjectPath}/task?page_limit=1");
        WireAnswer last = await wire.GetFileAsync($"{wire.ProjectPath}/task?page_limit=1&cursor={second.Id}");

        page.Json["results"]![0]!["id"]!.ToString().Should().Be(second.Id.ToString());
        page.Json["pagination"]!.ToJsonString().Should().Be($$"""{"next_cursor":"{{second.Id}}","has_next":true,"page_limit":1}""");
        last.Json["results"]![0]!["id"]!.ToString().Should().Be(first.Id.ToString());
        last.Json["pagination"]!.ToJsonString().Should().Be("""{"next_cursor":null,"has_next":false,"page_limit":1}""");
    }

    [Theory]
    [InlineData("page_limit=0", "query.page_limit greater_than_equal")]
    [InlineData("page_limit=101", "query.page_limit less_than_equal")]
    [InlineData("page_limit=many", "query.page_limit int_parsing")]
    [InlineData("tag_id=7", "query.tag_id uuid_parsing")]
    [InlineData("include_tests=perhaps", "query.include_tests bool_parsing")]
    [InlineData("created_by_me=perhaps", "query.created_by_me bool_parsing")]
    public async Task Refuses_a_query_it_cannot_read(string query, string issue)
    {
        WireAnswer answer = await wire.GetFileAsync($"{wire.ProjectPath}/task?{query}");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal(issue);
    }

    [Fact]
    public async Task Refuses_a_cursor_it_never_gave() =>
        (await wire.GetFileAsync($"{wire.ProjectPath}/task?cursor=x")).Status.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Lists_runs_the_newest_first_by_outcome()
    {
        FakeTask task = platform.AddTask("Translate");
        task.FailPrimary("overloaded", times: 1);
        await wire.RunAsync(task);
        await wire.RunAsync(task);
        string path = $"{wire.ProjectPath}/task/{task.Id}/run";

        WireAnswer all = await wire.GetFileAsync(path);
        WireAnswer failed = await wire.GetFileAsync(path + "?status=error");
        WireAnswer wrong = await wire.GetFileAsync(path + "?status=odd");
        WireAnswer one = await wire.GetFileAsync($"{path}/{task.Runs[0].Id}");
        WireAnswer none = await wire.GetFileAsync($"{path}/{Guid.NewGuid()}");

        all.Json["results"]!.AsArray().Select(static run => run!["id"]!.ToString()).Should().Equal(task.Runs[1].Id.ToString(), task.Runs[0].Id.ToString());
        failed.Json["results"]!.AsArray().Should().ContainSingle().Which!["id"]!.ToString().Should().Be(task.Runs[0].Id.ToString());
        wrong.Issues.Should().Equal("query.status literal_error");
        one.Json.ToJsonString().Should().Be(task.Runs[0].ToJson().ToJsonString());
        none.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", "body.name missing", "body.enabled missing", "body.system_prompt missing", "body.user_prompt missing", "body.llm_model_id missing", "body.output_format value_error")]
    [InlineData("""{"name":null,"output_modality":"smell"}""", "body.enabled missing", "body.system_prompt missing", "body.user_prompt missing", "body.llm_model_id missing", "body.name none_not_allowed", "body.output_modality literal_error")]
    [InlineData("""{"name":"a/b","enabled":true,"system_prompt":"","user_prompt":"","llm_model_id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","output_modality":"text","output_format":{"a":"str"}}""", "body.name string_pattern_mismatch", "body.output_format value_error")]
    public async Task Refuses_a_task_that_cannot_be(string body, params string[] issues)
    {
        WireAnswer answer = await wire.PostAsync($"{wire.ProjectPath}/task", body);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal(issues);
    }

    [Fact]
    public async Task A_task_that_is_made_as_a_trial_has_no_live_revision()
    {
        WireAnswer made = await wire.PostAsync($"{wire.ProjectPath}/task", $$"""{"name":"Trial","enabled":true,"system_prompt":"","user_prompt":"","llm_model_id":"{{platform.ModelId}}","output_modality":"text","test":true,"later":1}""");

        made.Status.Should().Be(HttpStatusCode.OK);
        made.Json["active_revisions"]!.AsArray().Should().BeEmpty();
        platform.FindTask(Guid.Parse(made.Json["id"]!.ToString())).Revisions.Should().ContainSingle().Which.IsActive.Should().BeFalse();
        platform.Invoking(static it => it.FindTask(Guid.NewGuid())).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Refuses_a_filter_of_models_it_does_not_know() =>
        (await wire.GetFileAsync($"{wire.ProjectPath}/model?vision=smell&output=audio")).Issues.Should().Equal("query.vision literal_error", "query.output literal_error");
}
