using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Updates of a task, plain ones and those that go on to activate what the answer names.</summary>
internal sealed class TaskSubject : FuzzSubject
{
    private static readonly UpdateTaskRequest[] Requests =
    [
        new() { SystemPrompt = "Sort." },
        new() { SystemPrompt = "Sort.", LlmConfig = new JsonObject { ["stop"] = new JsonArray("a", null, new JsonObject { ["b"] = 1000 }), ["temperature"] = 0.2 } },
        new() { OutputFormat = new OutputFormat { ["ok"] = OutputType.Boolean, ["parts"] = new OutputField { Type = OutputType.List, ItemType = OutputType.Object, NestedStructure = new OutputFormat { ["n"] = OutputType.Integer } } } },
        new() { InputProcessors = [new InputProcessor("p", InputProcessorKind.UrlFetcher) { Config = new JsonObject { ["max"] = 1, ["deep"] = new JsonObject { ["x"] = new JsonArray(1) } } }] },
        new() { Rag = new RagSettings("c", new RagConfig { FinalK = 5 }), TaskMcpToolIds = ["m"], RevisionTags = ["t"] },
        new() { AdditionalFields = new JsonObject { ["image_required"] = true, ["cache_policy"] = new JsonObject { ["ttl_seconds"] = 300 } } },
    ];

    private readonly TaskPlatformClient client;
    private FuzzCase? current;

    internal TaskSubject() => client = Client(Options(), () => Answer(current!));

    private protected override async Task<string> CallAsync(FuzzCase one)
    {
        current = one;
        UpdateTaskRequest request = TreeMutator.One(Requests, one.Random);
        try
        {
            if (one.Random.Next(2) == 0)
            {
                return Checked(one, "updated", await client.Tasks.UpdateAsync(SomeId, request));
            }

            return Checked(one, "activated", await client.Tasks.UpdateAndActivateAsync(SomeId, request));
        }
        catch (RevisionNotActivatedException failure)
        {
            Require(one, failure.TaskUpdate is not null, "The update is lost to its activation.");
            return Checked(one, "not activated", failure, serialized: false);
        }
        catch (TaskPlatformSerializationException failure)
        {
            return Checked(one, failure);
        }
    }
}
