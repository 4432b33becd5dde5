using System.Diagnostics;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Diagnostics;

public sealed class CallTelemetryTests : TelemetryLab
{
    [Fact]
    public async Task Calls_that_run_no_model_are_spans_of_their_own_name()
    {
        FakeTaskAgent agent = Platform.AddAgent("Helper");
        Task.AnswerFile(new FakeFile("a.png", new byte[] { 1, 2, 3 }, "image/png"));

        await Client.Tasks.UpdateAsync(Task.Id, new UpdateTaskRequest { Description = "new" }, Cancellation);
        await Client.Agents.UpdateAsync(agent.Id, new UpdateTaskAgentRequest { MaxTurns = 20 }, Cancellation);
        TaskRun run = await RunAsync();
        await using Stream file = await Client.Tasks.OpenFileAsync(run, run.Files[0], Cancellation);

        Heard.Spans.Select(static span => span.DisplayName).Should().Equal("update_task", "update_task_agent", "generate_content", "get_run_file");
        Activity update = Heard.Spans[0];
        update.Kind.Should().Be(ActivityKind.Client);
        Outcomes(update).Should().Equal("answered");
        Tags(update).Should().BeEquivalentTo(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["taskplatform.operation"] = "update_task",
            ["gen_ai.provider.name"] = "rightbrain",
            ["server.address"] = "taskplatform.test",
            ["server.port"] = 443,
            ["taskplatform.task.id"] = Task.Id.ToString(),
            ["taskplatform.attempts"] = 1,
        });
        Heard.Values("taskplatform.client.operation.duration").Keys.Should().Equal(
            "gen_ai.provider.name=rightbrain taskplatform.operation=get_run_file",
            "gen_ai.provider.name=rightbrain taskplatform.operation=get_token",
            "gen_ai.provider.name=rightbrain taskplatform.operation=update_task",
            "gen_ai.provider.name=rightbrain taskplatform.operation=update_task_agent");
    }

    [Fact]
    public async Task Reads_are_spans_and_so_is_each_page_and_what_all_wait_for_is_nobodys()
    {
        using TaskPlatformClient finding = Platform.CreateClient(static options =>
        {
            (options.OrganizationId, options.ProjectId) = (null, null);
            options.Retry.BaseDelay = TimeSpan.Zero;
        });
        Platform.AddTask("Greet");
        Platform.RespondNext(FakeOperation.GetTask, System.Net.HttpStatusCode.OK, "no JSON");

        await finding.Tasks.GetAsync(Task.Id, Cancellation);
        await foreach (TaskDefinition _ in finding.Tasks.ListAsync(new ListTasksRequest { PageLimit = 1 }, Cancellation))
        {
        }

        Activity get = Heard.Ended().Should().ContainSingle(static span => span.DisplayName == "get_task").Subject;
        Outcomes(get).Should().Equal("unknown", "answered");
        Tags(get)["taskplatform.attempts"].Should().Be(2);
        Heard.Ended().Count(static span => span.DisplayName == "list_tasks").Should().Be(2);
        Heard.Ended().Should().ContainSingle(static span => span.DisplayName == "get_caller").Which.ParentSpanId.Should().Be(default(ActivitySpanId));
    }

    [Fact]
    public async Task A_token_belongs_to_everybody_and_a_run_to_its_caller()
    {
        using var source = new ActivitySource("a program");
        using var listener = new ActivityListener { ShouldListenTo = one => one == source, Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using Activity own = source.StartActivity("own")!;

        await RunAsync();

        Heard.Spans.Should().ContainSingle().Which.ParentSpanId.Should().Be(own.SpanId);
        Activity token = Heard.Ended().Should().ContainSingle(static span => span.DisplayName == "get_token").Subject;
        token.ParentSpanId.Should().Be(default(ActivitySpanId));
        Outcomes(token).Should().Equal("answered");
    }

    [Fact]
    public async Task A_span_of_the_callers_own_is_left_alone()
    {
        using var source = new ActivitySource("a program");
        using var listener = new ActivityListener { ShouldListenTo = one => one == source, Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        Heard.Dispose();
        using Activity own = source.StartActivity("own")!;

        await RunAsync();

        own.TagObjects.Should().BeEmpty();
        own.Events.Should().BeEmpty();
        Activity.Current.Should().BeSameAs(own);
    }

    [Fact]
    public async Task No_content_and_no_secret_is_told()
    {
        const string Marker = "m4rk3r";
        Platform.AddClient(Marker + "-id", Marker + "-secret");
        Platform.AddAccessToken(Marker + "-token");
        using TaskPlatformClient client = Platform.CreateClient(options =>
        {
            options.ClientId = Marker + "-id";
            options.ClientSecret = Marker + "-secret";
            options.ReportingGroup = Marker + "-group";
            options.ApplicationName = Marker + "-app";
        });
        Task.Answer(new JsonObject { ["text"] = Marker + "-output" });
        var request = new RunTaskRequest
        {
            Input = { ["text"] = Marker + "-input" },
            Files = [TaskFile.FromBytes(Marker + "-file.txt", "m4rk3r-content"u8.ToArray())],
            Reference = Marker + "-reference",
        };

        await client.Tasks.RunAsync(Task.Id, request, Cancellation);
        await client.Tasks.UpdateAsync(Task.Id, new UpdateTaskRequest { UserPrompt = Marker + " {text}", Description = Marker }, Cancellation);
        Task.FailPrimary(Marker + "-reason");
        Task.FailFallback(Marker + "-reason");
        await FluentActions.Awaiting(() => client.Tasks.RunAsync(Task.Id, request, Cancellation)).Should().ThrowAsync<TaskRunFailedException>();
        Platform.RespondNext(FakeOperation.RunTask, System.Net.HttpStatusCode.BadRequest, $$"""{"detail":"{{Marker}}-detail"}""");
        await FluentActions.Awaiting(() => client.Tasks.RunAsync(Task.Id, request, Cancellation)).Should().ThrowAsync<TaskPlatformValidationException>();

        Platform.Requests.Should().Contain(sent => sent.Text.Contains(Marker, StringComparison.Ordinal), "else this looks for nothing");
        Heard.Spans.Should().HaveCount(4);
        Heard.Everything().Should().Contain("generate_content").And.NotContain(Marker);
    }
}
