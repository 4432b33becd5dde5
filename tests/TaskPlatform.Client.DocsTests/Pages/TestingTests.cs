using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class TestingTests
{
    [Fact]
    public async Task The_fake_platform_answers_records_and_charges()
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
        sent.Should().Be("""{"task_input":{"text":"Hello"}}""");
        runs.Should().Be(1);
        credits.Should().Be(1);
    }

    [Fact]
    public async Task The_fake_platform_goes_wrong_on_demand()
    {
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", definition =>
        {
            definition.UserPrompt = "Translate {text}";
            definition.FallbackModelId = platform.FallbackModelId;
        });
        TaskPlatformClientOptions options = platform.CreateOptions();
        options.Retry.BaseDelay = TimeSpan.Zero;
        using var client = new TaskPlatformClient(options, platform);

        // docs: fake-faults
        platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);
        platform.ThrowNext(FakeOperation.RunTask, new HttpRequestException(HttpRequestError.ConnectionError));
        task.FailPrimary("overloaded", times: 1);

        // docs: end
        TaskRun run = await client.Tasks.RunAsync(
            task.Id, new RunTaskRequest { Input = { ["text"] = "Hello" } }, TestContext.Current.CancellationToken);

        run.Response!.Attempts.Should().HaveCount(3);
        run.Fallback.By.Should().Be(FallbackOrigin.Platform);
        platform.ExecutedRuns.Should().Be(1);
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
    public async Task Every_client_can_be_a_substitute()
    {
        Guid taskId = Guid.NewGuid();

        // docs: substitute
        TasksClient tasks = Substitute.For<TasksClient>();
        TaskPlatformClient client = Substitute.For<TaskPlatformClient>();
        client.Tasks.Returns(tasks);

        TaskRun answer = JsonSerializer.Deserialize<TaskRun>("""{"response":{"text":"Hola"},"charged_credits":"1.00"}""")!;
        tasks.RunAsync(taskId, Arg.Any<RunTaskRequest>(), Arg.Any<CancellationToken>()).Returns(answer);

        // docs: end
        string translated = await new Translator(client).TranslateAsync(taskId, "Hello");

        translated.Should().Be("""{"text":"Hola"}""");
        await tasks.Received(1).RunAsync(taskId, Arg.Is<RunTaskRequest>(request => (string)request.Input["text"]! == "Hello"), Arg.Any<CancellationToken>());
    }

    private sealed class Translator(TaskPlatformClient client)
    {
        public async Task<string> TranslateAsync(Guid taskId, string text)
        {
            TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = text } });
            return run.Output.Raw.GetRawText();
        }
    }
}
