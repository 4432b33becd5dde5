// docs: offline-program
using System.Text.Json.Nodes;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

// docs: end
using Xunit;

namespace DocsCode;

[Collection(nameof(FirstProgramTests))]
public sealed class OfflineProgramTests
{
    [Fact]
    public async Task The_program_without_an_account_prints_a_typed_answer()
    {
        TextWriter console = Console.Out;
        await using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(printed);
            await ProgramAsync();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal("Hola mundo\n1 run, 1.00 credits\n", printed.ToString());
    }

    // The body of a file with top-level statements: with the using directives above and the record below it is the whole program.
    private static async Task ProgramAsync()
    {
        // docs: offline-program
        using var platform = new FakeTaskPlatform();                 // the platform, in memory
        platform.AddModel("gpt-4o");
        FakeTask fake = platform.AddTask("Translate", definition => definition.UserPrompt = "Translate {text} into {language}");
        fake.Answer(new JsonObject { ["text"] = "Hola mundo" });     // no model runs here: you say what it answers

        using TaskPlatformClient client = platform.CreateClient();

        Guid taskId = fake.Id;
        TaskRun<Translation> answer = await client.Tasks.RunAsync<Translation>(taskId, new RunTaskRequest
        {
            Input = { ["text"] = "Hello world", ["language"] = "Spanish" },
        });

        Console.WriteLine(answer.Value.Text);
        Console.WriteLine($"{platform.ExecutedRuns} run, {platform.CreditsCharged} credits");

        // docs: end
    }

    // docs: offline-program
    internal sealed record Translation(string Text);

    // docs: end
}
