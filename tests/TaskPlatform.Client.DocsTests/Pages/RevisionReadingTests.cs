using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RevisionReadingTests : PageTest
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_a_model_and_gives_it_to_a_task()
    {
        FakeTask task = AddTranslate();
        Guid model = Platform.AddModel("gpt-4o", new JsonObject { ["model_params"] = new JsonObject { ["properties"] = new JsonObject { ["temperature"] = new JsonObject() } } });

        (await SetModelAsync(Client, task.Id)).Should().Equal("temperature");

        Platform.RequestsFor(FakeOperation.UpdateTask)[0].Text.Should().Be($$"""{"llm_model_id":"{{model}}"}""");
    }

    [Fact]
    public async Task Runs_a_test_revision_by_its_id_alone()
    {
        FakeTask task = AddTranslate();

        TaskRun run = await TryAsync(Client, task.Id, new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } });

        run.RevisionId.Should().Be(task.Revisions[1].Id);
        Platform.RequestsFor(FakeOperation.UpdateTask).Single().Text.Should().Be("""{"system_prompt":"Answer in one word.","annotation":"shorter","test":true}""");
        Func<Task> live = () => Client.Tasks.ActivateRevisionAsync(task.Id, run.RevisionId, Token);
        await live.Should().ThrowAsync<TaskPlatformValidationException>();
        Func<Task> both = () => Client.Tasks.UpdateAndActivateAsync(task.Id, new UpdateTaskRequest { Test = true, SystemPrompt = "Be brief." }, Token);
        await both.Should().ThrowAsync<ArgumentException>();
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().HaveCount(2, "the second was refused here");
    }

    [Fact]
    public async Task Carries_over_what_the_platform_may_not_keep()
    {
        FakeTask task = Platform.AddTask("Compare", definition =>
        {
            definition.UserPrompt = "Compare {page}";
            definition.Fields["input_processors"] = new JsonArray(new JsonObject { ["param_name"] = "page", ["input_processor"] = "url_fetcher" });
            definition.Fields["optimise_images"] = false;
        });

        await CarryOverAsync(Client, task.Id);

        Platform.RequestsFor(FakeOperation.UpdateTask).Single().Text.Should().Be(
            """{"system_prompt":"Be brief.","test":false,"input_processors":[{"param_name":"page","input_processor":"url_fetcher"}],"optimise_images":false}""");
    }

    [Fact]
    public async Task Sends_keys_that_have_no_member()
    {
        FakeTask task = AddTranslate();

        await SendNewKeyAsync(Client, task.Id);

        Platform.RequestsFor(FakeOperation.UpdateTask).Single().Text.Should().Be("""{"annotation":"with guardrails","guardrail_ids":["pii"]}""");
        Func<Task> known = () => Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { AdditionalFields = new JsonObject { ["rag"] = null } }, Token);
        await known.Should().ThrowAsync<ArgumentException>().WithMessage("*rag*");
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle();
    }

    [Fact]
    public async Task The_limits_of_retrieval_are_the_platforms_to_check()
    {
        FakeTask task = AddTranslate();

        Func<Task> update = () => Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Rag = new RagSettings(Guid.NewGuid(), new RagConfig { CandidateK = 51 }) }, Token);

        (await update.Should().ThrowAsync<TaskPlatformValidationException>()).Which.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        Func<Task> note = () => Client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { Annotation = new string('x', 256) }, Token);
        await note.Should().ThrowAsync<ArgumentException>();
        Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle("a note that is too long is refused before it is sent");
    }

    [Fact]
    public void Every_part_of_a_revision_is_named_and_none_is_experimental()
    {
        string text = Document.Read("docs/revision-contents.md").Text;

        typeof(TaskRevision).GetProperties().Select(property => property.Name).Except(["Id", "Created", "Modified", "Active"], StringComparer.Ordinal)
            .Should().OnlyContain(name => text.Contains($"`{name}`", StringComparison.Ordinal) || text.Contains($".{name}`", StringComparison.Ordinal));
        typeof(UpdateTaskRequest).GetProperties().Concat(typeof(RagConfig).GetProperties())
            .Should().NotContain(property => property.IsDefined(typeof(ExperimentalAttribute), false));
    }

    [Fact]
    public void No_list_of_processors_is_null() =>
        new Action(() => _ = new UpdateTaskRequest { InputProcessors = null }).Should().Throw<ArgumentNullException>();

    private static async Task<IEnumerable<string>> SetModelAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: model
        LlmModel model = await client.Models.FindAsync("gpt-4o");                          // its name or its alias
        IEnumerable<string> keys = model.ModelParams?.GetProperty("properties").EnumerateObject().Select(key => key.Name) ?? [];

        await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest { LlmModelId = model.Id });

        // docs: end
        return keys;
    }

    private static async Task<TaskRun> TryAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: trial
        TaskUpdateResult trial = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            SystemPrompt = "Answer in one word.",
            Annotation = "shorter",
            Test = true,
        });

        TaskRun run = await client.Tasks.RunAsync(taskId, request with { RevisionId = trial.NewRevisionId });

        // docs: end
        return run;
    }

    private static async Task CarryOverAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: carry-over
        TaskDefinition task = await client.Tasks.GetAsync(taskId);
        TaskRevision newest = task.Revisions.MaxBy(revision => revision.Created)!;     // their order is not promised

        await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            SystemPrompt = "Be brief.",
            Test = newest.Test,
            InputProcessors = [.. newest.InputProcessors],
            OptimiseImages = newest.OptimiseImages,
        });

        // docs: end
    }

    private static async Task SendNewKeyAsync(TaskPlatformClient client, Guid taskId)
    {
        await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            Annotation = "with guardrails",
            AdditionalFields = new JsonObject { ["guardrail_ids"] = new JsonArray("pii") },
        });
    }
}
