using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

// Not a namespace of the library: here its names are found as a user's program finds them, through using directives.
namespace DocsCode;

/// <summary>A fake platform and a client of it, for the code of a page.</summary>
public abstract class PageTest : IDisposable
{
    protected PageTest() => Client = new TaskPlatformClient(Platform.CreateOptions(), Platform);

    protected FakeTaskPlatform Platform { get; } = new();

    protected TaskPlatformClient Client { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Client.Dispose();
        Platform.Dispose();
    }

    protected FakeTask AddTranslate() => Platform.AddTask("Translate", task =>
    {
        task.UserPrompt = "Translate {text} into {language}";
        task.OutputFormat = new() { ["text"] = "str", ["language"] = "str" };
        task.FallbackModelId = Platform.FallbackModelId;
    });
}
