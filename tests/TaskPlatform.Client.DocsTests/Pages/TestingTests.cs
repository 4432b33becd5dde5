using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TestingTests
{
    [Fact]
    public async Task The_fake_platform_answers_records_and_charges() =>
        (await UseFakeAsync()).Should().Be(("""{"task_input":{"text":"Hello"}}""", 1, 1));

    private static async Task<(string Sent, int Runs, decimal Credits)> UseFakeAsync()
    {
        // docs: fake
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", definition => definition.UserPrompt = "Translate {text}");
        task.Answer(new JsonObject { ["text"] = "Hola" });

        using var client = new TaskPlatformClient(platform.CreateOptions(), platform);
        await new Translator(client).TranslateAsync(task.Id, "Hello");

        string sent = platform.RequestsFor(FakeOperation.RunTask)[0].Text;     // {"task_input":{"text":"Hello"}}
        int runs = platform.ExecutedRuns;                                      // 1
        decimal credits = platform.CreditsCharged;                             // 1.00

        // docs: end
        return (sent, runs, credits);
    }

    [Fact]
    public async Task Answers_are_scripted()
    {
        using var platform = new FakeTaskPlatform();
        using TaskPlatformClient client = platform.CreateClient();
        byte[] bytes = [1, 2, 3];

        // docs: fake-answers
        FakeTask summarise = platform.AddTask("Summarise", definition => definition.Modality = "text");
        summarise.Answer("A short text.");                                           // every later run answers this

        FakeTask poster = platform.AddTask("Poster", definition => definition.Modality = "image");
        poster.AnswerFile(new FakeFile("poster.png", bytes));                        // to be downloaded as the real ones are

        FakeTask translate = platform.AddTask("Translate", definition => definition.UserPrompt = "Translate {text}");
        translate.Respond(run => new JsonObject { ["text"] = $"«{run.Inputs["text"]}», by {run.ModelName}" });

        FakeTask invoice = platform.AddTask("Invoice", definition => definition.OutputFormat = new() { ["total"] = "number", ["paid"] = "bool" });
        invoice.Credits = 3.40m;                                                     // by itself it answers {"total":1.5,"paid":true}

        // docs: end
        (await Answer(summarise)).Output.Should().BeOfType<TextOutput>().Which.Text.Should().Be("A short text.");
        (await Answer(poster)).Output.Should().BeOfType<ImageOutput>().Which.File!.OriginalFilename.Should().BeNull();
        (await Answer(translate)).Output.Raw.GetProperty("text").GetString().Should().StartWith("«Hello», by ");
        TaskRun answer = await Answer(invoice);
        (answer.Output.Raw.GetRawText(), answer.Usage.ChargedCreditsText).Should().Be(("""{"total":1.5,"paid":true}""", "3.40"));

        Task<TaskRun> Answer(FakeTask task) => client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } });
    }

    [Fact]
    public async Task What_was_received_is_kept()
    {
        using var platform = new FakeTaskPlatform();
        using TaskPlatformClient client = platform.CreateClient();
        FakeTask task = platform.AddTask("Translate", definition => definition.UserPrompt = "Translate {text}");
        await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" }, Reference = "order-42", RevisionId = task.Revisions[0].Id }, TestContext.Current.CancellationToken);

        // docs: fake-received
        FakeRequest request = platform.RequestsFor(FakeOperation.RunTask).Single();
        string query = request.Query;                                  // ?revision_id=…
        JsonNode? text = request.ReadJson()!["task_input"]!["text"];   // Hello

        FakeRun run = task.Runs.Single();
        string? reference = run.Reference;                             // order-42
        Guid revision = run.RevisionId;                                // the one that answered

        // docs: end
        (query, text!.GetValue<string>(), reference, revision).Should().Be(($"?revision_id={task.Revisions[0].Id}", "Hello", "order-42", task.Revisions[0].Id));
        request.Authorization.Should().StartWith("Bearer ");
        request.ToString().Should().NotContain("Hello");
    }

    [Fact]
    public async Task The_fake_platform_takes_the_place_of_the_network_in_a_host()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Greet");
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(options =>
        {
            options.OrganizationId = platform.OrganizationId;
            options.ProjectId = platform.ProjectId;
            options.ApiKey = platform.ApiKey;
        });

        // docs: fake-host
        services.AddTaskPlatformClient().ConfigurePrimaryHttpMessageHandler(() => platform);

        // docs: end
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        task.Runs.Should().ContainSingle();
    }

    [Fact]
    public async Task Options_of_a_host_come_from_the_platform()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Greet");
        var services = new ServiceCollection();

        // docs: fake-host-options
        services.AddTaskPlatformClient(options =>
        {
            options.OrganizationId = platform.OrganizationId;
            options.ProjectId = platform.ProjectId;
            options.ApiKey = platform.ApiKey;
            options.Retry.BaseDelay = TimeSpan.Zero;      // repeats without a wait
        }).ConfigurePrimaryHttpMessageHandler(() => platform);

        // docs: end
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        task.Runs.Should().ContainSingle();
        platform.TokensIssued.Should().Be(0);
    }

    [Fact]
    public async Task An_agent_says_what_a_function_says()
    {
        using var platform = new FakeTaskPlatform();
        using TaskPlatformClient client = platform.CreateClient();

        // docs: fake-agent
        FakeTaskAgent agent = platform.AddAgent("Concierge");
        agent.Respond(turn => turn.Turn == 1
            ? [FakeAgentEvents.ToolCall("translate"), FakeAgentEvents.Text("Hola, "), FakeAgentEvents.Text("señora.")]
            : [FakeAgentEvents.Error("INSUFFICIENT_CREDITS")]);

        // docs: end
        TaskAgentRun run = await client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Good morning" }, TestContext.Current.CancellationToken);

        (run.Text, run.ToolCalls.Single().Name, platform.ExecutedAgentRuns).Should().Be(("Hola, señora.", "translate", 1));
        Func<Task> again = () => client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "And now?", SessionId = run.SessionId });
        (await again.Should().ThrowAsync<TaskAgentRunFailedException>()).Which.ErrorCode.Should().Be("INSUFFICIENT_CREDITS");
    }
}

internal sealed class Translator(TaskPlatformClient client)
{
    public async Task<string> TranslateAsync(Guid taskId, string text, CancellationToken cancellationToken = default)
    {
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = text } }, cancellationToken);
        return run.Output.Raw.GetRawText();
    }
}
