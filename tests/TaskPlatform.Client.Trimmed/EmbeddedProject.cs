namespace TaskPlatform.Client.Trimmed;

/// <summary>A project on a platform in memory: a task of each modality, one that takes files, an agent.</summary>
internal sealed class EmbeddedProject : IDisposable
{
    public EmbeddedProject()
    {
        Translate = Add("Translate", "json");
        Translate.Answer(new JsonObject { ["text"] = "Hola mundo", ["formal_words"] = new JsonArray("mundo") });
        Summarise = Add("Summarise", "text");
        Summarise.Answer("A short text.");
        Tabulate = Add("Tabulate", "csv");
        Tabulate.Answer("city,population\nRiga,605802\n");
        Poster = Add("Draw a poster", "image");
        Poster.AnswerFile(Picture);
        Speech = Add("Read aloud", "audio");
        Invoice = Add("Write an invoice", "pdf");
        Describe = Platform.AddTask("Describe a picture", static task => task.FileInputMode = "image");
        Describe.Respond(static run => new JsonObject { ["file_name"] = run.Files[0].FileName, ["bytes"] = run.Files[0].Content.Length });
        Agent = Platform.AddAgent("Concierge", static agent => agent.Instruction = "Help the guests.");
    }

    public FakeTaskPlatform Platform { get; } = new();

    public FakeTask Translate { get; }

    public FakeTask Summarise { get; }

    public FakeTask Tabulate { get; }

    public FakeTask Poster { get; }

    /// <summary>What the task "Draw a poster" makes.</summary>
    public FakeFile Picture { get; } = new("lighthouse.png", (byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', .. new byte[50_000]]);

    public FakeTask Speech { get; }

    public FakeTask Invoice { get; }

    public FakeTask Describe { get; }

    public FakeTaskAgent Agent { get; }

    /// <summary>The body of the last call of a kind, as the platform received it.</summary>
    public string LastBody(FakeOperation operation) => Platform.RequestsFor(operation)[^1].Text;

    public void Dispose() => Platform.Dispose();

    private FakeTask Add(string name, string modality) => Platform.AddTask(name, task =>
    {
        task.Modality = modality;
        task.UserPrompt = "{text}";
        task.OutputFormat = modality == "json" ? new JsonObject { ["text"] = "str", ["formal_words"] = "list" } : null;
    });
}
