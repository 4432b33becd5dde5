using System.Text.Json.Nodes;
using FluentAssertions;

// docs: first-program
using TaskPlatform.Client;

// docs: end
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace DocsCode;

/// <summary>The first program changes what belongs to the process, so it runs when no other test does.</summary>
[CollectionDefinition(nameof(FirstProgramTests), DisableParallelization = true)]
public sealed class FirstProgramAlone;

[Collection(nameof(FirstProgramTests))]
public sealed class FirstProgramTests
{
    [Fact]
    public async Task The_first_program_prints_a_typed_answer_with_nothing_but_the_environment_and_an_id()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        FakeTask task = host.Fake.AddTask("Translate", definition => definition.UserPrompt = "Translate {text} into {language}");
        task.Answer(new JsonObject { ["text"] = "Hola mundo" });
        TextWriter console = Console.Out;
        using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(printed);
            SetEnvironment(host);
            await ProgramAsync([task.Id.ToString()]);
        }
        finally
        {
            Console.SetOut(console);
            SetEnvironment(host: null);
        }

        printed.ToString().Should().Be($"Hola mundo\nrun {task.Runs[0].Id}, 1.00 credits\n");
        task.Runs.Should().ContainSingle().Which.Inputs.ToJsonString().Should().Be("""{"text":"Hello world","language":"Spanish"}""");
    }

    private static void SetEnvironment(KestrelPlatform? host)
    {
        Environment.SetEnvironmentVariable("TASKPLATFORM_ORG_ID", host?.Fake.OrganizationId.ToString());
        Environment.SetEnvironmentVariable("TASKPLATFORM_PROJECT_ID", host?.Fake.ProjectId.ToString());
        Environment.SetEnvironmentVariable("TASKPLATFORM_CLIENT_ID", host?.Fake.ClientId);
        Environment.SetEnvironmentVariable("TASKPLATFORM_CLIENT_SECRET", host?.Fake.ClientSecret);
        Environment.SetEnvironmentVariable("TASKPLATFORM_BASE_URL", host?.BaseAddress.ToString());
        Environment.SetEnvironmentVariable("TASKPLATFORM_TOKEN_URL", host?.TokenEndpoint.ToString());
    }

    // The body of a file with top-level statements: what stands between the markers, with the using above and the record
    // below, is the whole program.
    private static async Task ProgramAsync(string[] args)
    {
        // docs: first-program
        using var client = new TaskPlatformClient(TaskPlatformClientOptions.FromEnvironment());

        Guid taskId = Guid.Parse(args[0]);
        TaskRun<Translation> answer = await client.Tasks.RunAsync<Translation>(taskId, new RunTaskRequest
        {
            Input = { ["text"] = "Hello world", ["language"] = "Spanish" },
        });

        Console.WriteLine(answer.Value.Text);
        Console.WriteLine($"run {answer.Run.Id}, {answer.Run.TotalChargedCredits} credits");

        // docs: end
    }
}

// docs: first-program
internal sealed record Translation(string Text);

// docs: end
