using System.Text.Json;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;

namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Calls tasks as functions of a chat model: JSON, a file, and an argument that is missing.</summary>
internal static class CallAsFunction
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        AIFunction translate = await client.Tasks.GetAIFunctionAsync(project.Translate.Id, cancellationToken: cancellationToken);
        Check.That("a function asks for approval", translate is ApprovalRequiredAIFunction);
        Check.Same("its inputs", translate.JsonSchema.GetProperty("required").GetRawText(), """["text"]""");

        object? answer = await translate.InvokeAsync(new AIFunctionArguments(StringComparer.Ordinal) { ["text"] = JsonElement.Parse("\"Hello world\"") }, cancellationToken);
        Check.Same("the answer", answer is JsonElement json ? json.GetProperty("text").GetString() : null, "Hola mundo");
        Check.Same("the input", (string?)project.Translate.Runs[^1].Inputs["text"], "Hello world");

        AIFunction draw = await client.Tasks.GetAIFunctionAsync(project.Poster.Id, cancellationToken: cancellationToken);
        object? drawn = await draw.InvokeAsync(new AIFunctionArguments(StringComparer.Ordinal) { ["text"] = "a lighthouse" }, cancellationToken);
        Check.Same("the picture", (drawn as DataContent)?.Data.Length, project.Picture.Content.Length);

        ArgumentException refusal = await Check.FailsAsync<ArgumentException>("an argument that is missing", () => draw.InvokeAsync([], cancellationToken).AsTask());
        Check.That("the refusal names it", refusal.Message.Contains("Missing: text", StringComparison.Ordinal));
    }
}
