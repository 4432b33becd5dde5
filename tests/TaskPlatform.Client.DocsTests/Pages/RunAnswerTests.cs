using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RunAnswerTests : PageTest
{
    [Fact]
    public async Task A_run_tells_what_it_took()
    {
        FakeTask task = Platform.AddTask("Greet");

        TaskRun run = await RunAsync(Client, task.Id, new RunTaskRequest());

        run.TotalChargedCredits.Should().Be(1);
        run.Response!.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(AttemptOutcome.Answered);
    }

    [Fact]
    public async Task Keys_without_a_member_go_along()
    {
        FakeTask task = AddTranslate();

        await RunInContextAsync(Client, task.Id);

        Platform.RequestsFor(FakeOperation.RunTask)[0].Text.Should().Be("""{"task_input":{"text":"Hello world","language":"Spanish"},"context_id":"case-7"}""");
    }

    [Fact]
    public async Task A_long_text_is_read_line_by_line()
    {
        FakeTask task = Platform.AddTask("Report", definition => definition.Modality = "text");
        task.Answer("one\ntwo\nthree");
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        (await CountLinesAsync(run)).Should().Be(3);
    }

    [Theory]
    [InlineData(null, "TextOutput Shape")]
    [InlineData("csv", "CsvOutput Expected")]
    public async Task The_kind_is_what_the_answer_says_or_else_what_is_expected_or_else_what_it_looks_like(string? expected, string found)
    {
        FakeTask task = Platform.AddTask("Table", definition => definition.Modality = "csv");
        task.Answer("a,b");
        var request = new RunTaskRequest { ExpectedModality = expected is null ? null : new OutputModality(expected) };

        TaskRun newer = await Client.Tasks.RunAsync(task.Id, request, TestContext.Current.CancellationToken);
        Platform.EditNext(FakeOperation.RunTask, response => Edit(response, answer => answer.Remove("output_modality")));
        TaskRun older = await Client.Tasks.RunAsync(task.Id, request, TestContext.Current.CancellationToken);

        $"{newer.Output} {newer.ModalitySource}".Should().Be("CsvOutput Answer");
        $"{older.Output} {older.ModalitySource}".Should().Be(found);
    }

    [Fact]
    public async Task What_does_not_fit_its_kind_is_unknown_and_whole()
    {
        FakeTask task = Platform.AddTask("Draw", definition => definition.Modality = "image");
        Platform.EditNext(FakeOperation.RunTask, response => Edit(response, answer => answer["response"] = "no picture today"));

        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        run.Output.Should().BeOfType<UnknownOutput>();
        (run.Output.Modality, run.Output.Raw.GetString()).Should().Be((OutputModality.Image, "no picture today"));
    }

    [Fact]
    public async Task A_failed_run_throws_or_is_returned_as_the_options_say()
    {
        FakeTask task = Platform.AddTask("Greet");
        task.FailPrimary("overloaded");
        using TaskPlatformClient lenient = Platform.CreateClient(options => options.ThrowOnRunError = false);

        Func<Task> run = () => Client.Tasks.RunAsync(task.Id, new RunTaskRequest());
        TaskRun failed = await lenient.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        (await run.Should().ThrowAsync<TaskRunFailedException>()).Which.Run!.IsError.Should().BeTrue();
        failed.IsError.Should().BeTrue();
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_before_anything_is_sent()
    {
        FakeTask task = Platform.AddTask("Greet");
        RunTaskRequest[] wrong =
        [
            new() { Reference = new string('a', 65) },
            new() { ReportingGroup = new string('a', 65) },
            new() { AdditionalFields = { ["task_input"] = "twice" } },
            new() { Files = [TaskFile.FromBytes(" ", "bytes"u8.ToArray())] },
        ];

        foreach (RunTaskRequest request in wrong)
        {
            Func<Task> run = () => Client.Tasks.RunAsync(task.Id, request);
            await run.Should().ThrowAsync<ArgumentException>();
        }

        Func<Task> unreadable = () => Client.Tasks.RunAsync<IDisposable>(task.Id, new RunTaskRequest());
        await unreadable.Should().ThrowAsync<ArgumentException>();
        Platform.Requests.Should().BeEmpty();
    }

    private static void Edit(HttpResponseMessage response, Action<JsonObject> change)
    {
        using var reader = new StreamReader(response.Content.ReadAsStream());
        JsonObject answer = JsonNode.Parse(reader.ReadToEnd())!.AsObject();
        change(answer);
        response.Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json");
    }

    private static async Task<TaskRun> RunAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: run-facts
        TaskRun run = await client.Tasks.RunAsync(taskId, request);

        Console.WriteLine($"run {run.Id} of revision {run.RevisionId}, by {run.ModelName}");
        Console.WriteLine($"{run.Usage.TotalTokens} tokens, {run.TotalChargedCredits} credits, {run.Usage.LlmCallSeconds} s in the model");
        Console.WriteLine($"{run.Response?.Attempts.Count} attempt(s) in {run.Response?.Elapsed}");

        // docs: end
        return run;
    }

    private static async Task RunInContextAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: run-further
        await client.Tasks.RunAsync(taskId, new RunTaskRequest
        {
            Input = { ["text"] = "Hello world", ["language"] = "Spanish" },
            AdditionalFields = { ["context_id"] = "case-7" },     // a key of the body that has no member
        });

        // docs: end
    }

    private static async Task<int> CountLinesAsync(TaskRun run)
    {
        int lines = 0;

        // docs: open-text
        if (run.Output is TextOutput text)
        {
            using TextReader reader = text.OpenText();
            while (await reader.ReadLineAsync() is not null)
            {
                lines++;
            }
        }

        // docs: end
        return lines;
    }
}
