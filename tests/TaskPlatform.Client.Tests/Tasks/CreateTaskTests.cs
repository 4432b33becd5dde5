using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Http;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class CreateTaskTests
{
    private static readonly Guid Model = Guid.Parse("00000000-0000-0000-0000-000000000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_a_task_whose_first_revision_is_live()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskDefinition task = await live.Client.Tasks.CreateAsync(live.NewTask(), Cancellation);

        task.Should().Match<TaskDefinition>(made => made.Name == "Greet" && made.Enabled && made.OutputModality == OutputModality.Text);
        task.Revisions.Should().ContainSingle().Which.Should().Match<TaskRevision>(revision => revision.Active && revision.UserPrompt == "Greet {name}" && revision.LlmModelId == live.Platform.ModelId);
        task.ActiveRevisions.Should().ContainSingle().Which.TaskRevisionId.Should().Be(task.Revisions[0].Id);
        task.Response!.Attempts.Should().ContainSingle();
        FakeRequest request = live.Platform.Requests.Should().ContainSingle().Which;
        (request.Method, request.PathAndQuery).Should().Be(("POST", $"/api/v1/org/{live.Platform.OrganizationId}/project/{live.Platform.ProjectId}/task"));
        request.Text.Should().Be($$"""{"name":"Greet","enabled":true,"system_prompt":"You are kind.","user_prompt":"Greet {name}","llm_model_id":"{{live.Platform.ModelId}}","output_modality":"text"}""");
        live.Platform.FindTask(task.Id).Name.Should().Be("Greet");
    }

    [Fact]
    public void Sends_what_the_platform_requires_and_no_more() => ByteTable.Check(
        new CreateTaskRequest { Name = "N", Enabled = false, SystemPrompt = "", UserPrompt = "", LlmModelId = default },
        """{"name":"N","enabled":false,"system_prompt":"","user_prompt":"","llm_model_id":"00000000-0000-0000-0000-000000000000"}""");

    [Fact]
    public void Sends_every_member_in_one_body() => ByteTable.Check(
        Everything(),
        $$"""
        {"name":"N","enabled":true,"system_prompt":"S","user_prompt":"U","llm_model_id":"{{Model}}","output_modality":"json","output_format":{{UpdateTaskRequestCases.FormatText}},"description":"D","public":false,"exposed_to_agents":false,"task_run_visibility":"all_viewers","tags":["t"],"revision_tags":[],"llm_config":{"a":1},"task_forwarder_id":"00000000-0000-0000-0000-000000000002","rag":{"collection_id":"c"},"file_input_mode":"pdf","annotation":"A","test":false,"input_processors":[{"param_name":"p","input_processor":"perplexity_search"}],"optimise_images":false,"fallback_llm_model_id":"00000000-0000-0000-0000-000000000003","fallback_llm_config":{},"tool_choice":"auto","task_mcp_tool_ids":["m"],"integration_tool_ids":["i"],"later":[]}
        """);

    [Fact]
    public void Prints_no_prompt()
    {
        string text = (Everything() with { SystemPrompt = "secret", UserPrompt = "secret", Description = "secret", AdditionalFields = new JsonObject { ["secret"] = 1 } }).ToString();

        text.Should().Contain(Model.ToString()).And.NotContain("secret");
    }

    [Theory]
    [InlineData("json", false, "OutputFormat is not set*")]
    [InlineData(null, false, "OutputFormat is not set*")]
    [InlineData("text", true, "OutputFormat is set; a task of the modality text*")]
    [InlineData("hologram", true, "OutputFormat is set; a task of the modality hologram*")]
    [InlineData("json", true, null)]
    [InlineData(null, true, null)]
    [InlineData("text", false, null)]
    public async Task A_json_task_needs_an_output_format_and_no_other_takes_one(string? modality, bool format, string? refusal)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        CreateTaskRequest request = live.NewTask() with
        {
            OutputModality = modality is null ? null : new OutputModality(modality),
            OutputFormat = format ? UpdateTaskRequestCases.Format() : null,
        };

        Func<Task> create = () => live.Client.Tasks.CreateAsync(request, Cancellation);

        if (refusal is null)
        {
            await create.Should().NotThrowAsync();
        }
        else
        {
            await create.Should().ThrowAsync<ArgumentException>().WithParameterName("request").WithMessage(refusal);
            live.Platform.Requests.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Refuses_before_sending_what_the_platform_would_refuse()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        CreateTaskRequest sound = live.NewTask();
        (CreateTaskRequest Request, string Message, bool Always)[] cases =
        [
            (sound with { Name = "a/b" }, "Name takes 1 to 63 letters*", false),
            (sound with { Name = new string('a', 64) }, "Name is 64 characters long*", false),
            (sound with { Annotation = new string('a', 256) }, "Annotation is 256 characters long*", false),
            (sound with { Name = null! }, "Name is null*", true),
            (sound with { SystemPrompt = null! }, "SystemPrompt is null*", true),
            (sound with { UserPrompt = null! }, "UserPrompt is null*", true),
            (sound with { LlmModelId = default }, "LlmModelId is empty*", true),
            (sound with { AdditionalFields = new JsonObject { ["public"] = true } }, "AdditionalFields has the key public*", true),
        ];
        TaskPlatformClientOptions options = live.Options;
        options.ValidateRequests = false;
        using var trusting = new TaskPlatformClient(options);

        foreach ((CreateTaskRequest request, string message, bool always) in cases)
        {
            await live.Client.Tasks.Invoking(tasks => tasks.CreateAsync(request, Cancellation)).Should().ThrowAsync<ArgumentException>().WithParameterName("request").WithMessage(message);
            Func<Task> unchecked_ = () => trusting.Tasks.CreateAsync(request, Cancellation);
            if (always)
            {
                await unchecked_.Should().ThrowAsync<ArgumentException>();
            }
            else
            {
                await unchecked_.Should().ThrowAsync<TaskPlatformValidationException>();
            }
        }

        live.Platform.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_told_by_its_reason()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();

        TaskPlatformValidationException failure = await Assert.ThrowsAsync<TaskPlatformValidationException>(() => live.Client.Tasks.CreateAsync(live.NewTask() with { Name = "Translate" }, new RequestOptions(), Cancellation));

        (failure.Reason, failure.OutcomeUnknown).Should().Be(("duplicate_task_name", false));
    }

    [Fact]
    public async Task A_lost_answer_is_not_repeated()
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.RespondNext(FakeOperation.CreateTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);

        TaskPlatformApiException failure = await Assert.ThrowsAsync<TaskPlatformApiException>(() => live.CallAsync(FakeOperation.CreateTask));

        failure.OutcomeUnknown.Should().BeTrue();
        live.Platform.RequestsFor(FakeOperation.CreateTask).Should().ContainSingle();
    }

    private static CreateTaskRequest Everything() => new()
    {
        Name = "N",
        Enabled = true,
        SystemPrompt = "S",
        UserPrompt = "U",
        LlmModelId = Model,
        OutputModality = OutputModality.Json,
        OutputFormat = UpdateTaskRequestCases.Format(),
        Description = "D",
        Public = false,
        ExposedToAgents = false,
        TaskRunVisibility = RunVisibility.AllViewers,
        Tags = ["t"],
        RevisionTags = [],
        LlmConfig = new JsonObject { ["a"] = 1 },
        TaskForwarderId = Guid.Parse("00000000-0000-0000-0000-000000000002"),
        Rag = new RagSettings("c"),
        FileInputMode = FileInputMode.Pdf,
        Annotation = "A",
        Test = false,
        InputProcessors = [new("p", InputProcessorKind.PerplexitySearch)],
        OptimiseImages = false,
        FallbackLlmModelId = Guid.Parse("00000000-0000-0000-0000-000000000003"),
        FallbackLlmConfig = [],
        ToolChoice = ToolChoice.Auto,
        TaskMcpToolIds = ["m"],
        IntegrationToolIds = ["i"],
        AdditionalFields = new JsonObject { ["later"] = new JsonArray() },
    };
}
