using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing;

namespace Mcp;

/// <summary>Two tasks on a platform in memory, in place of an account.</summary>
internal sealed class EmbeddedProject : IDisposable
{
    public EmbeddedProject()
    {
        FakeTask translate = Platform.AddTask("Translate", static task =>
        {
            task.Description = "Translates a text into a language.";
            task.UserPrompt = "Translate {text} into {language}";
        });
        translate.Answer(new JsonObject { ["text"] = "Hola mundo" });
        FakeTask draw = Platform.AddTask("Draw a poster", static task =>
        {
            task.Description = "Draws a poster.";
            task.UserPrompt = "Draw {subject}";
            task.Modality = "image";
        });
        TaskIds = [translate.Id, draw.Id];
    }

    public FakeTaskPlatform Platform { get; } = new();

    public IReadOnlyList<Guid> TaskIds { get; }

    public void Dispose() => Platform.Dispose();
}
