using System.Text.Json.Nodes;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Updates of an agent, plain ones and those that go on to activate what the answer names.</summary>
internal sealed class AgentSubject : FuzzSubject
{
    private static readonly UpdateTaskAgentRequest[] Requests =
    [
        new() { Instruction = "Grade." },
        new() { MemoryConfig = new JsonObject { ["max_events"] = 60 } },
        new() { TaskTools = [new TaskToolInput { TaskId = SomeId }] },
        new() { McpServers = [new McpServerInput { TaskMcpServerId = SomeId, AllowedToolIds = ["a"], ToolActionModes = new Dictionary<ResourceId, ActionMode> { ["a"] = ActionMode.AutoRun } }] },
        new() { Integrations = [], Skills = [], MaxTurns = null },
    ];

    private readonly TaskPlatformClient client;
    private FuzzCase? current;

    internal AgentSubject() => client = Client(Options(), () => Answer(current!));

    private protected override async Task<string> CallAsync(FuzzCase one)
    {
        current = one;
        UpdateTaskAgentRequest request = TreeMutator.One(Requests, one.Random);
        try
        {
            if (one.Random.Next(2) == 0)
            {
                return Checked(one, "updated", await client.Agents.UpdateAsync(SomeId, request));
            }

            return Checked(one, "activated", await client.Agents.UpdateAndActivateAsync(SomeId, request));
        }
        catch (RevisionNotActivatedException failure)
        {
            Require(one, failure.AgentUpdate is not null, "The update is lost to its activation.");
            return Checked(one, "not activated", failure, serialized: false);
        }
        catch (TaskPlatformSerializationException failure)
        {
            return Checked(one, failure);
        }
    }
}
