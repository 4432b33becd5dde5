using System.Text;
using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Tests.Agents;
using TaskPlatform.Client.Tests.Fuzz;
using TaskPlatform.Client.Tests.Runs;
using TaskPlatform.Client.Tests.Tasks;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Good answers with one thing in them that should not be: they are read all the same.</summary>
public sealed class HostileFieldTests
{
    private static readonly string[] Huge =
        ["1e400", "-1e400", "1e2147483648", "9223372036854775808", "-9223372036854775809", "1" + new string('0', 30), "-0", "-0.0", "1e-400", "0." + new string('3', 400), "\"1e400\"", "\"Infinity\"", "\"NaN\""];

    private static readonly string?[] Modalities = [null, "json", "text", "csv", "image", "audio", "pdf", "video"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null", JsonValueKind.Null)]
    [InlineData("true", JsonValueKind.True)]
    [InlineData("false", JsonValueKind.False)]
    [InlineData("-0", JsonValueKind.Number)]
    [InlineData("1e400", JsonValueKind.Number)]
    [InlineData("\"\"", JsonValueKind.String)]
    [InlineData("\"x\\u0000\"", JsonValueKind.String)]
    [InlineData("[]", JsonValueKind.Array)]
    [InlineData("[[null]]", JsonValueKind.Array)]
    [InlineData("{}", JsonValueKind.Object)]
    [InlineData("""{"image_name":1,"image_name":"a"}""", JsonValueKind.Object)]
    [InlineData("""{"image_name":"","audio_name":"","pdf_name":"","csv_name":""}""", JsonValueKind.Object)]
    public async Task A_response_of_any_kind_comes_with_any_modality(string response, JsonValueKind kind)
    {
        foreach (string? named in Modalities)
        {
            foreach (string? expected in Modalities)
            {
                using TaskPlatformClient client = Client($$"""{"id":"0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa","response":{{response}},"output_modality":{{(named is null ? "null" : $"\"{named}\"")}}}""");

                TaskRun run = await client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest { ExpectedModality = expected is null ? null : new OutputModality(expected) }, Cancellation);

                run.Output.Raw.ValueKind.Should().Be(kind);
                run.Output.Raw.GetRawText().Should().Be(response);
                run.Output.Modality.Value.Should().Be(named ?? expected ?? run.Output.Modality.Value);
                Reading.Of(run, withStacks: true).Should().NotBeEmpty();
            }
        }
    }

    [Fact]
    public async Task A_number_of_any_size_in_any_number_loses_no_run()
    {
        foreach ((string key, string body) in EachNumber(RunJson.Golden))
        {
            using TaskPlatformClient client = Client(body);

            TaskRun run = await client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest(), Cancellation);

            run.Raw.GetRawText().Should().Be(body, key);
            JsonSerializer.Serialize(run).Should().Be(body, key);
            Reading.Of(run, withStacks: true).Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task A_number_of_any_size_in_any_number_loses_no_update()
    {
        foreach ((string _, string body) in EachNumber(TaskAnswers.Complete))
        {
            using TaskPlatformClient client = Client(body);
            TaskUpdateResult result = await client.Tasks.UpdateAsync(Guid.NewGuid(), new UpdateTaskRequest { Description = "d" }, Cancellation);
            result.Task.Revisions.Should().HaveCount(1);
            Reading.Of(result, withStacks: true).Should().NotBeEmpty();
        }

        foreach ((string _, string body) in EachNumber(AgentAnswers.Complete))
        {
            using TaskPlatformClient client = Client(body);
            TaskAgentUpdateResult result = await client.Agents.UpdateAsync(Guid.NewGuid(), new UpdateTaskAgentRequest { Description = "d" }, Cancellation);
            result.Agent.Revisions.Should().HaveCount(1);
            Reading.Of(result, withStacks: true).Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Of_a_key_that_stands_twice_the_last_one_counts()
    {
        const string Twice = """{"name":"first","name":"last","task_name":"first","task_name":"last","later":1,"later":2,"revisions":[{"annotation":"a"}],"revisions":[],"response":"first","response":"last"}""";
        using TaskPlatformClient client = Client(Twice);

        TaskDefinition task = (await client.Tasks.UpdateAsync(Guid.NewGuid(), new UpdateTaskRequest { Description = "d" }, Cancellation)).Task;
        TaskAgent agent = (await client.Agents.UpdateAsync(Guid.NewGuid(), new UpdateTaskAgentRequest { Description = "d" }, Cancellation)).Agent;
        TaskRun run = await client.Tasks.RunAsync(Guid.NewGuid(), new RunTaskRequest(), Cancellation);

        (task.Name, agent.Name, run.TaskName).Should().Be(("last", "last", "last"));
        (task.Revisions.Count, agent.Revisions.Count).Should().Be((0, 0));
        run.Output.Should().BeOfType<TextOutput>().Which.Text.Should().Be("last");
        task.AdditionalFields!["later"].GetRawText().Should().Be("2");
        agent.AdditionalFields!["later"].GetRawText().Should().Be("2");
        run.AdditionalFields["later"].GetRawText().Should().Be("2");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", " ")]
    [InlineData("not an id", "maybe")]
    [InlineData("\u00e9\u00ff\u0001", "\u00e9\u00ff\u0001")]
    [InlineData("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa, 0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa", "true, true")]
    [InlineData("\u001b[31m", "1")]
    public async Task Headers_that_say_nothing_sensible_say_nothing(string id, string created)
    {
        using TaskPlatformClient client = Client("{}", ("X-New-Revision-ID", id), ("X-New-Revision-created", created), ("X-Request-ID", "\u00e9"), ("Date", "yesterday"), ("Content-Language", "\u00ff"));

        TaskUpdateResult result = await client.Tasks.UpdateAsync(Guid.NewGuid(), new UpdateTaskRequest { Description = "d" }, Cancellation);

        result.NewRevisionId.Should().BeNull();
        result.NewRevisionCreated.Should().BeNull();
        Reading.Of(result, withStacks: true).Should().NotBeEmpty();
    }

    // The answer with one of its numbers, or texts that are numbers, replaced.
    private static IEnumerable<(string Key, string Body)> EachNumber(string json)
    {
        int numbers = Places(JsonTree.Parse(json)).Count;
        numbers.Should().BeGreaterThan(3);
        for (int at = 0; at < numbers; at++)
        {
            foreach (string value in Huge)
            {
                JsonTree tree = JsonTree.Parse(json);
                Places(tree)[at].Text = value;
                var text = new StringBuilder();
                tree.Write(text);
                yield return ($"number {at} as {value}", text.ToString());
            }
        }
    }

    private static List<JsonTree> Places(JsonTree tree)
    {
        var all = new List<JsonTree>();
        tree.Collect(all);
        return [.. all.Where(static one => !one.IsContainer && decimal.TryParse(one.Text.Trim('"'), System.Globalization.CultureInfo.InvariantCulture, out _))];
    }

    private static TaskPlatformClient Client(string body, params (string Name, string Value)[] headers) => new(
        new TaskPlatformClientOptions
        {
            OrganizationId = Guid.NewGuid(),
            ProjectId = Guid.NewGuid(),
            ApiKey = "key",
            ThrowOnRunError = false,
            Retry = { MaxAttempts = 1 },
            Fallback = { Mode = FallbackMode.Never },
        },
        new AnsweringHandler(request =>
        {
            var answer = new HttpResponseMessage { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            foreach ((string name, string value) in headers)
            {
                _ = answer.Headers.TryAddWithoutValidation(name, value) || answer.Content.Headers.TryAddWithoutValidation(name, value);
            }

            return answer;
        }));
}
