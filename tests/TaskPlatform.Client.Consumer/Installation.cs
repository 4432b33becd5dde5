using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;

namespace TaskPlatform.Client.Consumer;

/// <summary>What a newcomer does: a new project, README's command, README's program, and a first answer.</summary>
internal static class Installation
{
    // One line for each further package, so that its assembly is really referred to.
    private const string UseOfAll =
        """
        using Microsoft.Extensions.DependencyInjection;
        using TaskPlatform.Client;
        using TaskPlatform.Client.AI;
        using TaskPlatform.Client.Testing;

        using var platform = new FakeTaskPlatform();
        await using var client = new TaskPlatformClient(platform.CreateOptions(), platform);
        Console.WriteLine((await client.Tasks.GetAIFunctionAsync(platform.AddTask("Translate").Id)).Name);
        Console.WriteLine(new ServiceCollection().AddHealthChecks().AddTaskPlatform().Services.Count > 0);

        """;

    public static async Task RunAsync(string packages, string framework)
    {
        using var workplace = new Workplace(framework);
        await workplace.AddSourceAsync(packages);
        await using KestrelPlatform host = await KestrelPlatform.StartAsync();
        FakeTask task = host.Fake.AddTask("Translate", static definition => definition.UserPrompt = "Translate {text} into {language}");
        task.Answer(new JsonObject { ["text"] = "Hola mundo" });

        long started = Stopwatch.GetTimestamp();
        await workplace.CreateProjectAsync(framework);
        await workplace.RunAsync(Readme.InstallCommands[0]);
        await WriteAsync(workplace, Readme.FirstProgram);
        string printed = await workplace.RunAsync($"dotnet run -- {task.Id}", Settings(host));
        TimeSpan took = Stopwatch.GetElapsedTime(started);

        Expect(printed, $"Hola mundo\nrun {task.Runs.Single().Id}, 1.00 credits\n", "README's first program printed");
        Expect(task.Runs[0].Inputs.ToJsonString(), """{"text":"Hello world","language":"Spanish"}""", "The platform received the inputs");
        FakeRequest run = host.Fake.RequestsFor(FakeOperation.RunTask).Single();
        Expect(run.Headers["User-Agent"].Split(' ')[0], $"TaskPlatform.Client/{PackageChecks.Version(packages)}", "The run was sent by");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{framework}: from `dotnet new` to the first answer in {took.TotalSeconds:0.0} s"));

        foreach (string command in Readme.InstallCommands.Skip(1))
        {
            await workplace.RunAsync(command);
        }

        await WriteAsync(workplace, UseOfAll);
        Expect(await workplace.RunAsync("dotnet run -p:TreatWarningsAsErrors=true"), "Translate\nTrue\n", "A program with all packages printed");
        Console.WriteLine($"{framework}: {string.Join(", ", Readme.InstallCommands.Select(static command => command.Split(' ')[^1]))} installed, built without a warning and run");
    }

    private static Dictionary<string, string?> Settings(KestrelPlatform host) => new(StringComparer.Ordinal)
    {
        ["TASKPLATFORM_CLIENT_ID"] = host.Fake.ClientId,
        ["TASKPLATFORM_CLIENT_SECRET"] = host.Fake.ClientSecret,
        ["TASKPLATFORM_BASE_URL"] = host.BaseAddress.ToString(),
        ["TASKPLATFORM_TOKEN_URL"] = host.TokenEndpoint.ToString(),
        ["TASKPLATFORM_ORG_ID"] = null,
        ["TASKPLATFORM_PROJECT_ID"] = null,
        ["TASKPLATFORM_API_KEY"] = null,
    };

    private static Task WriteAsync(Workplace workplace, string program) => File.WriteAllTextAsync(Path.Combine(workplace.Project, "Program.cs"), program);

    private static void Expect(string found, string expected, string what)
    {
        if (found.ReplaceLineEndings("\n") != expected)
        {
            throw new ConsumerException($"{what}\n{found}\nexpected\n{expected}");
        }
    }
}
