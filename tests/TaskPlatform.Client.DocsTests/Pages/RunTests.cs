using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RunTests : PageTest
{
    [Fact]
    public async Task Runs_with_everything_a_request_can_say()
    {
        FakeTask task = AddTranslate();
        task.AddRevision(revision => revision.Tags.Add("candidate"));

        TaskRun run = await RunAsync(Client, task.Id);

        run.RevisionId.Should().Be(task.Revisions[1].Id);
        FakeRequest received = Platform.RequestsFor(FakeOperation.RunTask)[0];
        received.Query.Should().Be("?revision_tag=candidate&reporting_group=acme");
        received.Text.Should().Be("""{"task_input":{"text":"Hello world","language":"Spanish"},"task_reference":"order-42"}""");
    }

    [Theory]
    [InlineData("json", "Hola mundo")]
    [InlineData("text", "Hola")]
    [InlineData("csv", "a,b")]
    [InlineData("image", "image/png")]
    [InlineData("audio", "audio/mpeg")]
    [InlineData("pdf", "application/pdf")]
    [InlineData("hologram", "[3]")]
    public async Task Reads_every_modality_by_switch_and_by_match(string modality, string expected)
    {
        FakeTask task = Platform.AddTask("Any", definition => definition.Modality = modality == "hologram" ? "json" : modality);
        if (AnswerOf(modality) is { } answer)
        {
            task.Answer(answer);
        }

        if (modality == "hologram")
        {
            Platform.EditNext(FakeOperation.RunTask, response =>
            {
                using var reader = new StreamReader(response.Content.ReadAsStream(TestContext.Current.CancellationToken));
                response.Content = new StringContent(reader.ReadToEnd().Replace("\"json\"", "\"hologram\"", StringComparison.Ordinal));
            });
        }

        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        BySwitch(run).Should().Be(expected);
        bool isFile = run.Output is ImageOutput or AudioOutput or PdfOutput;
        ByMatch(run).Should().Be(isFile);
    }

    [Fact]
    public async Task Reads_a_typed_answer()
    {
        FakeTask task = AddTranslate();
        task.Answer(new JsonObject { ["text"] = "Hola mundo", ["language"] = "es" });
        var request = new RunTaskRequest { Input = { ["text"] = "Hello world", ["language"] = "Spanish" } };

        decimal? credits = await RunTypedAsync(Client, task.Id, request);

        credits.Should().Be(1);
        task.Runs.Should().ContainSingle();
    }

    private static JsonNode? AnswerOf(string modality) => modality switch
    {
        "json" => new JsonObject { ["text"] = "Hola mundo", ["language"] = "es" },
        "text" => "Hola",
        "csv" => "a,b",
        "hologram" => new JsonArray(3),
        _ => null,
    };

    private static async Task<TaskRun> RunAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: run
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest
        {
            Input = { ["text"] = "Hello world", ["language"] = "Spanish" },
            Reference = "order-42",         // your own id: comes back, and finds a run whose answer was lost
            ReportingGroup = "acme",        // counted under this name
            RevisionTag = "candidate",      // or RevisionId; without either the traffic decides
        });

        // docs: end
        return run;
    }

    private static string BySwitch(TaskRun run)
    {
        // docs: switch
        string answer = run.Output switch
        {
            JsonOutput json => json.Deserialize(AnswerContext.Default.Answer).Text,
            TextOutput text => text.Text,
            CsvOutput csv => csv.Text ?? "",
            ImageOutput image => image.File?.ContentType ?? "",
            AudioOutput audio => audio.File?.ContentType ?? "",
            PdfOutput pdf => pdf.File?.ContentType ?? "",
            var other => other.Raw.GetRawText(),     // unknown today, or added one day
        };

        // docs: end
        return answer;
    }

    private static bool ByMatch(TaskRun run)
    {
        // docs: match
        bool isFile = run.Output.Match(
            json: _ => false,
            text: _ => false,
            csv: csv => csv.Text is null,
            image: _ => true,
            audio: _ => true,
            pdf: _ => true,
            otherwise: _ => false);

        // docs: end
        return isFile;
    }

    private static async Task<decimal?> RunTypedAsync(TaskPlatformClient client, Guid taskId, RunTaskRequest request)
    {
        // docs: typed
        var (answer, run) = await client.Tasks.RunAsync(taskId, request, AnswerContext.Default.Answer);
        Console.WriteLine($"{answer.Text} ({run.Usage.TotalTokens} tokens, {run.TotalChargedCredits} credits)");

        // docs: end
        answer.Should().Be(new Answer("Hola mundo", "es"));
        return run.TotalChargedCredits;
    }
}

// docs: context
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerContext : JsonSerializerContext;

internal sealed record Answer(string Text, string Language);

// docs: end
