using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeRunTests : IDisposable
{
    private const string Inputs = """{"task_input":{"text":"Hello","language":"Spanish"}}""";

    private readonly FakeTaskPlatform platform = new();
    private readonly FakeTask task;
    private readonly WireClient wire;

    public FakeRunTests()
    {
        wire = new WireClient(platform);
        task = platform.AddTask("Translate", t => t.UserPrompt = "Translate {text} into {{language}}, as in {\"a\": 1}");
    }

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Gives_inputs_reference_and_reporting_group_back()
    {
        WireAnswer answer = await wire.RunAsync(
            task, """{"task_input":{"text":"Hello","language":null,"n":3},"task_reference":"order-42","context_id":"c"}""", "?reporting_group=leith+depot");

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Json["run_data"]!["submitted"]!.ToJsonString().Should().Be("""{"text":"Hello","language":null,"n":3}""");
        answer.Json["reference"]!.ToString().Should().Be("order-42");
        answer.Json["context_id"]!.ToString().Should().Be("c");
        answer.Json["reporting_group"]!["name"]!.ToString().Should().Be("leith depot");
        answer.Json["reporting_group_id"]!.ToString().Should().Be(answer.Json["reporting_group"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Books_runs_of_one_group_under_one_id()
    {
        WireAnswer first = await wire.RunAsync(task, Inputs, "?reporting_group=acme");
        WireAnswer second = await wire.RunAsync(task, Inputs, "?reporting_group=acme");

        second.Json["reporting_group_id"]!.ToString().Should().Be(first.Json["reporting_group_id"]!.ToString());
    }

    [Fact]
    public async Task Names_run_and_revision_in_the_headers()
    {
        WireAnswer answer = await wire.RunAsync(task, Inputs);

        answer.Headers["X-Task-Run-ID"].Should().Be(answer.Json["id"]!.ToString()).And.Be(task.Runs.Single().Id.ToString());
        answer.Headers["X-Task-Revision-ID"].Should().Be(answer.Json["task_revision_id"]!.ToString()).And.Be(task.Revisions[0].Id.ToString());
    }

    [Fact]
    public async Task Counts_and_charges_every_run()
    {
        task.Credits = 3.40m;

        WireAnswer answer = await wire.RunAsync(task, Inputs);
        await wire.RunAsync(task, Inputs);

        answer.Json["charged_credits"]!.ToString().Should().Be("3.40");
        platform.ExecutedRuns.Should().Be(2);
        platform.CreditsCharged.Should().Be(6.80m);
    }

    [Theory]
    [InlineData("{}", "body.task_input missing")]
    [InlineData("""{"text":"Hello","language":"Spanish"}""", "body.task_input missing")]
    [InlineData("""{"input_params":{"text":"Hello","language":"Spanish"}}""", "body.task_input missing")]
    [InlineData("""{"task_input":null}""", "body.task_input dict_type")]
    [InlineData("""{"task_input":{"language":"Spanish"}}""", "body.task_input.text missing")]
    [InlineData("""{"task_input":{"text":"a","language":"b"},"text":"c"}""", "body.text extra_forbidden")]
    [InlineData("""{"task_input":{"text":"a","language":"b"},"input_params":{}}""", "body.input_params extra_forbidden")]
    [InlineData("""{"task_input":{"text":"a","language":"b"},"task_reference":"01234567890123456789012345678901234567890123456789012345678901234"}""", "body.task_reference string_too_long")]
    [InlineData("""{"task_input":{"text":"a","language":"b"},"task_files":[{"filename":"a.png","content":"!"}]}""", "body.task_files.0.content base64_decode")]
    [InlineData("""{"task_input":{"text":"a","language":"b"},"task_files":[{"filename":"","content":""}]}""", "body.task_files.0.filename string_too_short")]
    public async Task Refuses_a_body_that_does_not_fit_and_says_where(string body, string issue)
    {
        WireAnswer answer = await wire.RunAsync(task, body);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Issues.Should().Equal(issue);
        platform.ExecutedRuns.Should().Be(0);
        platform.CreditsCharged.Should().Be(0);
    }

    [Theory]
    [InlineData("?revision_id=newest", "query.revision_id uuid_parsing")]
    [InlineData("?use_fallback_model=maybe", "query.use_fallback_model bool_parsing")]
    [InlineData("?reporting_group=01234567890123456789012345678901234567890123456789012345678901234", "query.reporting_group string_too_long")]
    public async Task Refuses_a_query_that_does_not_fit_and_says_where(string query, string issue) =>
        (await wire.RunAsync(task, Inputs, query)).Issues.Should().Equal(issue);

    [Fact]
    public async Task Refuses_to_run_a_disabled_task()
    {
        await wire.UpdateTaskAsync(task, """{"enabled":false}""");

        (await wire.RunAsync(task, Inputs)).Reason.Should().Be("TASK_DISABLED");
    }

    [Fact]
    public async Task Refuses_to_run_a_task_with_nothing_live()
    {
        await wire.UpdateTaskAsync(task, """{"active_revisions":[]}""");

        (await wire.RunAsync(task, Inputs)).Reason.Should().Be("NO_ACTIVE_REVISION");
    }

    [Fact]
    public async Task Refuses_a_run_without_the_file_its_revision_wants()
    {
        FakeTask vision = platform.AddTask("Look", t => t.FileInputMode = "image");

        WireAnswer without = await wire.RunAsync(vision);
        WireAnswer with = await wire.RunAsync(vision, """{"task_input":{},"task_files":[{"filename":"a.png","content":"AAEC"}]}""");

        without.Issues.Should().Equal("body.task_files missing");
        with.Status.Should().Be(HttpStatusCode.OK);
        vision.Runs.Single().Uploads.Single().Content.ToArray().Should().Equal(0, 1, 2);
    }

    [Fact]
    public async Task Runs_the_revision_named_by_id_live_or_not()
    {
        FakeTaskRevision trial = task.AddRevision(revision => revision.Test = true);

        WireAnswer answer = await wire.RunAsync(task, Inputs, $"?revision_id={trial.Id}");

        answer.Json["task_revision_id"]!.ToString().Should().Be(trial.Id.ToString());
    }

    [Fact]
    public async Task Runs_the_newest_revision_that_carries_a_tag()
    {
        task.AddRevision(revision => revision.Tags.Add("release candidate"));
        FakeTaskRevision newest = task.AddRevision();
        await wire.UpdateTaskAsync(task, """{"revision_tags":[]}""");

        WireAnswer answer = await wire.RunAsync(task, Inputs, "?revision_tag=release%20candidate");

        answer.Json["task_revision_id"]!.ToString().Should().Be(newest.Id.ToString());
    }

    [Fact]
    public async Task Does_not_find_a_revision_or_a_tag_it_does_not_have()
    {
        (await wire.RunAsync(task, Inputs, $"?revision_id={Guid.NewGuid()}")).Reason.Should().Be("TASK_REVISION_NOT_FOUND");
        (await wire.RunAsync(task, Inputs, "?revision_tag=none")).Reason.Should().Be("TASK_REVISION_NOT_FOUND");
    }

    [Fact]
    public async Task Shares_runs_between_live_revisions_by_weight_the_same_way_for_the_same_seed()
    {
        int[] first = await RunsPerRevisionAsync();
        int[] second = await RunsPerRevisionAsync();

        first.Sum().Should().Be(200);
        first[0].Should().BeInRange(160, 195, "nine of ten go there");
        second.Should().Equal(first);

        static async Task<int[]> RunsPerRevisionAsync()
        {
            using var seeded = new FakeTaskPlatform(seed: 7);
            using var client = new WireClient(seeded);
            FakeTask greet = seeded.AddTask("Greet");
            Guid[] ids = [greet.Revisions[0].Id, greet.AddRevision().Id];
            await client.UpdateTaskAsync(
                greet, $$"""{"active_revisions":[{"task_revision_id":"{{ids[0]}}","weight":0.9},{"task_revision_id":"{{ids[1]}}","weight":0.1}]}""");
            for (int i = 0; i < 200; i++)
            {
                await client.RunAsync(greet);
            }

            return [.. ids.Select(id => greet.Runs.Count(run => run.RevisionId == id))];
        }
    }

    [Fact]
    public async Task Lets_code_of_the_test_answer()
    {
        FakeRunContext? seen = null;
        task.Respond(run =>
        {
            seen = run;
            return new JsonObject { ["text"] = $"{run.Inputs["text"]} in {run.Inputs["language"]}" };
        });

        WireAnswer answer = await wire.RunAsync(task, Inputs);

        answer.Json["response"]!.ToJsonString().Should().Be("""{"text":"Hello in Spanish"}""");
        seen!.Prompt.Should().Be("""Translate Hello into Spanish, as in {"a": 1}""");
    }

    [Fact]
    public async Task Carries_out_a_thousand_runs_at_once_and_counts_each()
    {
        task.Credits = 0.01m;

        WireAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => wire.RunAsync(task, Inputs))));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK);
        answers.Select(answer => answer.Json["id"]!.ToString()).Should().OnlyHaveUniqueItems();
        platform.ExecutedRuns.Should().Be(1000);
        platform.CreditsCharged.Should().Be(10);
        platform.RequestsFor(FakeOperation.RunTask).Should().HaveCount(1000);
    }
}
