using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class RevisionContentsTests : PageTest
{
    private const string Page = "docs/revision-contents.md";

    private static readonly Guid CollectionId = Guid.Parse("0195d207-32bb-d03d-cfdc-6a5b1f0c2e11");
    private static readonly Guid ForwarderId = Guid.Parse("0195d207-41f0-9a7c-0e44-81c0a2b97d53");
    private static readonly Guid ToolId = Guid.Parse("019b77c2-40d1-f8ae-e35c-6280bd9f1e47");
    private static readonly Guid SpareId = Guid.Parse("019b77c2-5e0b-44d1-a9f3-0c57e1d2b680");

    private static readonly Dictionary<string, Func<TaskPlatformClient, Guid, Task<TaskUpdateResult>>> Parts = new(StringComparer.Ordinal)
    {
        ["format"] = SetFormatAsync,
        ["rag"] = (client, taskId) => SetRagAsync(client, taskId, CollectionId),
        ["forwarder"] = (client, taskId) => SetForwarderAsync(client, taskId, ForwarderId),
        ["processors"] = SetProcessorsAsync,
        ["file-input"] = SetFileInputAsync,
        ["tools"] = (client, taskId) => SetToolsAsync(client, taskId, ToolId),
        ["settings"] = (client, taskId) => SetModelsAsync(client, taskId, SpareId),
    };

    public static TheoryData<string> Names => [.. Parts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_update_sends_what_the_page_shows_and_the_revision_carries_it(string part)
    {
        FakeTask task = AddTranslate();

        TaskUpdateResult updated = await Parts[part](Client, task.Id);

        var sent = Platform.RequestsFor(FakeOperation.UpdateTask).Should().ContainSingle().Subject.ReadJson() as JsonObject;
        sent!.ToJsonString().Should().Be(ShownJson.After(Page, $"RevisionContentsTests/{part}")!.ToJsonString(), "{0} shows it, in this order", Page);
        JsonObject revision = task.Revisions.Single(revision => revision.Id == updated.NewRevisionId).ToJson();
        sent.Should().OnlyContain(field => JsonNode.DeepEquals(field.Value, revision[field.Key]));
        updated.Task.Revisions.Should().Contain(found => found.Id == updated.NewRevisionId && !found.Active);
    }

    private static async Task<TaskUpdateResult> SetFormatAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: format
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            OutputFormat = new OutputFormat
            {
                ["text"] = OutputField.Text,
                ["tone"] = OutputField.OneOf("formal", "casual").WithDescription("How it is said."),
                ["terms"] = OutputField.List(OutputField.Object(new OutputFormat { ["term"] = OutputField.Text, ["count"] = OutputField.Integer })),
            },
        });

        // docs: end
        return updated;
    }

    private static async Task<TaskUpdateResult> SetRagAsync(TaskPlatformClient client, Guid taskId, Guid collectionId)
    {
        // docs: rag
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            Rag = new RagSettings(collectionId, new RagConfig
            {
                RewriteMode = RagRewriteMode.MultiQuery,
                CandidateK = 20,
                FinalK = 8,
                ContextInstruction = "Prefer the newest terms.",
            }),
        });

        // docs: end
        return updated;
    }

    private static async Task<TaskUpdateResult> SetForwarderAsync(TaskPlatformClient client, Guid taskId, Guid forwarderId)
    {
        // docs: forwarder
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest { TaskForwarderId = forwarderId });

        // docs: end
        return updated;
    }

    private static async Task<TaskUpdateResult> SetProcessorsAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: processors
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            UserPrompt = "Compare {page} with {contract}.",
            InputProcessors =
            [
                new InputProcessor("page", InputProcessorKind.UrlFetcher),
                new InputProcessor("contract", InputProcessorKind.DocumentContentExtractor) { Config = new JsonObject { ["filename"] = "contract.pdf" } },
            ],
        });

        // docs: end
        return updated;
    }

    private static async Task<TaskUpdateResult> SetFileInputAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: file-input
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            FileInputMode = FileInputMode.ImageOrPdf,
            OptimiseImages = false,     // pictures as they are
        });

        // docs: end
        return updated;
    }

    private static async Task<TaskUpdateResult> SetToolsAsync(TaskPlatformClient client, Guid taskId, Guid toolId)
    {
        // docs: tools
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            ToolChoice = ToolChoice.Auto,
            TaskMcpToolIds = [toolId],
            IntegrationToolIds = [],     // none any more
        });

        // docs: end
        return updated;
    }

    private static async Task<TaskUpdateResult> SetModelsAsync(TaskPlatformClient client, Guid taskId, Guid spareId)
    {
        // docs: settings
        TaskUpdateResult updated = await client.Tasks.UpdateAsync(taskId, new UpdateTaskRequest
        {
            LlmConfig = new JsonObject { ["temperature"] = 0.2, ["max_tokens"] = 800 },
            FallbackLlmModelId = spareId,
            FallbackLlmConfig = new JsonObject { ["temperature"] = 0 },
        });

        // docs: end
        return updated;
    }
}
