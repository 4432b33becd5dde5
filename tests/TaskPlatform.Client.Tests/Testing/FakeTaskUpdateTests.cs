using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeTaskUpdateTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new(timeProvider: new ManualTimeProvider());
    private readonly FakeTask task;
    private readonly WireClient wire;

    public FakeTaskUpdateTests()
    {
        wire = new WireClient(platform);
        task = platform.AddTask("Translate", t =>
        {
            t.UserPrompt = "Translate {text} into {language}";
            t.Fields["annotation"] = "first";
            t.Tags.Add("stable");
        });
    }

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Changes_root_keys_in_place_and_makes_no_revision()
    {
        WireAnswer answer = await wire.UpdateTaskAsync(task, """{"name":"New name","description":"d","enabled":false,"task_run_visibility":"all_viewers"}""");

        answer.Headers["X-New-Revision-created"].Should().Be("false");
        answer.Headers.Should().NotContainKey("X-New-Revision-ID");
        task.Revisions.Should().ContainSingle();
        answer.Json["name"]!.ToString().Should().Be("New name");
        answer.Json["enabled"]!.GetValue<bool>().Should().BeFalse();
        answer.Json["task_run_visibility"]!.ToString().Should().Be("all_viewers");
    }

    [Fact]
    public async Task Makes_one_inactive_revision_of_all_revision_keys()
    {
        WireAnswer answer = await wire.UpdateTaskAsync(task, """{"user_prompt":"Shorten {text}","annotation":"second"}""");

        answer.Headers["X-New-Revision-created"].Should().Be("true");
        FakeTaskRevision made = task.Revisions.Should().HaveCount(2).And.Subject.Last();
        answer.Headers["X-New-Revision-ID"].Should().Be(made.Id.ToString());
        made.IsActive.Should().BeFalse();
        task.Revisions[0].Weight.Should().Be(1);
        made.ToJson()["user_prompt"]!.ToString().Should().Be("Shorten {text}");
        made.ToJson()["input_params"]!.ToJsonString().Should().Be("""["text"]""");
    }

    [Fact]
    public async Task Copies_what_was_not_sent_from_the_newest_revision()
    {
        await wire.UpdateTaskAsync(task, """{"llm_config":{"temperature":0.2}}""");

        JsonObject made = task.Revisions[1].ToJson();
        made["user_prompt"]!.ToString().Should().Be("Translate {text} into {language}");
        made["annotation"]!.ToString().Should().Be("first");
        made["tags"]![0]!["name"]!.ToString().Should().Be("stable");
    }

    [Fact]
    public async Task Puts_in_null_and_an_empty_list_as_they_were_sent()
    {
        await wire.UpdateTaskAsync(task, """{"annotation":null,"task_mcp_tool_ids":null,"integration_tool_ids":[],"revision_tags":[]}""");

        JsonObject made = task.Revisions[1].ToJson();
        made.ContainsKey("annotation").Should().BeTrue();
        made["annotation"].Should().BeNull();
        made["task_mcp_tool_ids"].Should().BeNull();
        made["integration_tool_ids"]!.AsArray().Should().BeEmpty();
        made["tags"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Ignores_keys_it_does_not_know()
    {
        WireAnswer answer = await wire.UpdateTaskAsync(task, """{"retention_days":30}""");

        answer.Status.Should().Be(HttpStatusCode.OK);
        task.Revisions.Should().ContainSingle();
    }

    [Fact]
    public async Task Makes_a_revision_live_and_shares_the_traffic_by_weight()
    {
        Guid first = task.Revisions[0].Id;
        Guid second = task.AddRevision().Id;

        WireAnswer answer = await wire.UpdateTaskAsync(
            task, $$"""{"active_revisions":[{"task_revision_id":"{{first}}","weight":0.9},{"task_revision_id":"{{second}}","weight":0.1}]}""");

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Headers["X-New-Revision-created"].Should().Be("false");
        task.Revisions.Select(revision => revision.Weight).Should().Equal(0.9, 0.1);
        answer.Json["revisions"]!.AsArray().Should().OnlyContain(revision => revision!["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Gives_a_revision_without_a_weight_all_traffic()
    {
        Guid second = task.AddRevision().Id;

        await wire.UpdateTaskAsync(task, $$"""{"active_revisions":[{"task_revision_id":"{{second}}"}]}""");

        task.Revisions.Select(revision => revision.Weight).Should().Equal(null, 1.0);
    }

    [Fact]
    public async Task Refuses_weights_that_do_not_add_up_and_changes_nothing()
    {
        Guid first = task.Revisions[0].Id;
        Guid second = task.AddRevision().Id;

        WireAnswer answer = await wire.UpdateTaskAsync(
            task,
            $$"""{"name":"Changed","active_revisions":[{"task_revision_id":"{{first}}","weight":0.9},{"task_revision_id":"{{second}}","weight":0.2}]}""");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal("body.active_revisions value_error");
        task.Name.Should().Be("Translate");
        task.Revisions[0].Weight.Should().Be(1);
    }

    [Fact]
    public async Task Refuses_to_make_a_test_revision_live()
    {
        Guid trial = task.AddRevision(revision => revision.Test = true).Id;

        WireAnswer answer = await wire.UpdateTaskAsync(task, $$"""{"active_revisions":[{"task_revision_id":"{{trial}}","weight":1}]}""");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Json["detail"]!.ToString().Should().Be("A test revision cannot be activated.");
        task.Revisions[1].IsActive.Should().BeFalse();
    }

    [Fact]
    public async Task Does_not_find_a_revision_of_another_task()
    {
        Guid foreign = platform.AddTask("Other").Revisions[0].Id;

        WireAnswer answer = await wire.UpdateTaskAsync(task, $$"""{"active_revisions":[{"task_revision_id":"{{foreign}}"}]}""");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Reason.Should().Be("TASK_REVISION_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"name":"Ümlaut"}""", "body.name string_pattern_mismatch")]
    [InlineData("""{"name":"newline\n"}""", "body.name string_pattern_mismatch")]
    [InlineData("""{"name":"0123456789012345678901234567890123456789012345678901234567890123"}""", "body.name string_too_long")]
    [InlineData("""{"enabled":"true"}""", "body.enabled bool_type")]
    [InlineData("""{"test":null}""", "body.test bool_type")]
    [InlineData("""{"input_processors":null}""", "body.input_processors list_type")]
    [InlineData("""{"input_processors":[{"param_name":"x"}]}""", "body.input_processors.0.input_processor missing")]
    [InlineData("""{"llm_model_id":"gpt"}""", "body.llm_model_id uuid_parsing")]
    [InlineData("""{"file_input_mode":"movie"}""", "body.file_input_mode literal_error")]
    [InlineData("""{"output_format":{"rows":"array"}}""", "body.output_format.rows literal_error")]
    [InlineData("""{"active_revisions":[{"weight":1}]}""", "body.active_revisions.0.task_revision_id missing")]
    [InlineData("""{"rag":{}}""", "body.rag.collection_id missing")]
    [InlineData("[]", "body model_attributes_type")]
    [InlineData("{", "body json_invalid")]
    [InlineData("""{"llm_config":{"a":1,"a":2}}""", "body json_invalid")]
    public async Task Refuses_a_value_that_does_not_fit_and_says_where(string body, string issue)
    {
        WireAnswer answer = await wire.UpdateTaskAsync(task, body);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal(issue);
        task.Revisions.Should().ContainSingle();
    }

    [Fact]
    public async Task Names_every_field_that_does_not_fit()
    {
        WireAnswer answer = await wire.UpdateTaskAsync(task, """{"name":"a/b","test":1}""");

        answer.Issues.Should().Equal("body.name string_pattern_mismatch", "body.test bool_type");
    }

    [Fact]
    public async Task Refuses_a_name_that_is_taken()
    {
        platform.AddTask("Taken");

        WireAnswer answer = await wire.UpdateTaskAsync(task, """{"name":"Taken"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Reason.Should().Be("duplicate_task_name");
    }

    [Fact]
    public async Task Refuses_a_body_that_is_not_called_JSON()
    {
        WireAnswer answer = await wire.PostAsync($"{wire.ProjectPath}/task/{task.Id}", """{"name":"x"}""", "text/plain");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        task.Name.Should().Be("Translate");
    }

    [Fact]
    public async Task Calls_an_id_that_is_none_malformed()
    {
        WireAnswer answer = await wire.PostAsync($"{wire.ProjectPath}/task/not-an-id", "{}");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Reason.Should().Be("MALFORMED_RESOURCE_IDENTIFIER");
        answer.Json["detail"]!["malformedResourceIdentifierError"]!["field"]!.ToString().Should().Be("task_id");
    }

    [Fact]
    public async Task Does_not_find_a_task_it_does_not_have()
    {
        WireAnswer answer = await wire.PostAsync($"{wire.ProjectPath}/task/{Guid.NewGuid()}", "{}");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Text.Should().Be("""{"detail":"Task not found"}""");
    }

    [Fact]
    public async Task Does_not_let_one_see_another_project()
    {
        WireAnswer answer = await wire.PostAsync($"org/{platform.OrganizationId}/project/{Guid.NewGuid()}/task/{task.Id}", "{}");

        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        answer.Reason.Should().Be("PERMISSION_CHECK_FAILED");
        answer.Json["detail"]!["permissionCheckFailedError"]!["permission"]!.ToString().Should().Be("project:view");
    }

    [Theory]
    [InlineData("PUT", "org/{0}/project/{1}/task/{2}", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "org/{0}/project/{1}/tasks/{2}", HttpStatusCode.NotFound)]
    [InlineData("POST", "org/{0}/project/{1}/task/{2}/", HttpStatusCode.NotFound)]
    [InlineData("POST", "/org/{0}/project/{1}/task/{2}", HttpStatusCode.NotFound)]
    public async Task Knows_no_other_methods_and_paths(string method, string path, HttpStatusCode status)
    {
        string target = string.Format(CultureInfo.InvariantCulture, path, platform.OrganizationId, platform.ProjectId, task.Id);

        WireAnswer answer = await wire.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(new Uri("https://x.test/api/v1/"), target)));

        answer.Status.Should().Be(status);
        platform.Requests.Single().Operation.Should().Be(FakeOperation.Unknown);
    }

    [Fact]
    public async Task Dates_no_two_revisions_alike_even_when_the_clock_stands_still()
    {
        await wire.UpdateTaskAsync(task, """{"annotation":"a"}""");
        await wire.UpdateTaskAsync(task, """{"annotation":"b"}""");

        task.Revisions.Select(revision => DateTimeOffset.Parse(revision.ToJson()["created"]!.ToString(), CultureInfo.InvariantCulture))
            .Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        task.Revisions.Select(revision => revision.Id.ToString()).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void Makes_ids_with_nibbles_no_RFC_knows() =>
        task.Id.ToString().Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[c-f][0-9a-f]{3}-[c-f][0-9a-f]{3}-[0-9a-f]{12}$");
}
