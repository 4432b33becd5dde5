using System.Text.Json.Nodes;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

namespace Quickstart;

/// <summary>A project on a platform in memory, with tasks and an agent to play with. Your own tests can do the same.</summary>
internal sealed class EmbeddedProject : IDisposable
{
    public EmbeddedProject()
    {
        Translate = Platform.AddTask("Translate", task =>
        {
            task.UserPrompt = "Translate {text}";
            task.OutputFormat = new JsonObject { ["text"] = "str", ["language"] = "str" };
            task.FallbackModelId = Platform.FallbackModelId;
            task.Fields["annotation"] = "first try";
            task.Tags.Add("stable");
        });
        Translate.Respond(run => new JsonObject
        {
            ["text"] = "Hola mundo",
            ["language"] = run.Inputs["language"]?.GetValue<string>() ?? "unknown",
        });

        Describe = Platform.AddTask("Describe a picture", task =>
        {
            task.FileInputMode = "image";
            task.OutputFormat = new JsonObject { ["file_name"] = "str", ["bytes"] = "int" };
        });
        Describe.Respond(run => new JsonObject { ["file_name"] = run.Files[0].FileName, ["bytes"] = run.Files[0].Content.Length });

        Summarise = Add("Summarise", "text");
        Summarise.Answer("A short text about a long one.");
        Table = Add("Tabulate", "csv");
        Table.Answer("city,population\nRiga,605802\nPorto,248769\n");
        Poster = Add("Draw a poster", "image");
        Speech = Add("Read aloud", "audio");
        Invoice = Add("Write an invoice", "pdf");

        Agent = Platform.AddAgent("Concierge", agent => agent.Instruction = "Help the guests.");
    }

    public FakeTaskPlatform Platform { get; } = new();

    /// <summary>Addresses and credentials of the embedded platform. For a real one: <c>TaskPlatformClientOptions.FromEnvironment()</c>.</summary>
    public TaskPlatformClientOptions Options => Platform.CreateOptions();

    /// <summary>A task of modality json, with a fallback model and a revision tagged "stable".</summary>
    public FakeTask Translate { get; }

    /// <summary>A task that wants a picture.</summary>
    public FakeTask Describe { get; }

    /// <summary>A task of modality text, without a fallback model.</summary>
    public FakeTask Summarise { get; }

    public FakeTask Table { get; }

    public FakeTask Poster { get; }

    public FakeTask Speech { get; }

    public FakeTask Invoice { get; }

    public FakeTaskAgent Agent { get; }

    /// <summary>The body of the last call of a kind, as the platform received it.</summary>
    public string LastBody(FakeOperation operation) => Platform.RequestsFor(operation)[^1].Text;

    public void Dispose() => Platform.Dispose();

    private FakeTask Add(string name, string modality) => Platform.AddTask(name, task =>
    {
        task.Modality = modality;
        task.UserPrompt = "{text}";
    });
}
