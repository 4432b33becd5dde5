using Microsoft.Extensions.AI;
using ModelContextProtocol.Server;
using TaskPlatform.Client;
using TaskPlatform.Client.AI;

namespace Mcp;

/// <summary>The tasks as tools of an MCP server.</summary>
internal static class TaskTools
{
    public static async Task<McpServerPrimitiveCollection<McpServerTool>> ReadAsync(TaskPlatformClient client, IEnumerable<Guid> taskIds)
    {
        // Who is to approve a call is asked by the program on the other side, so nothing here asks again.
        var options = new TaskFunctionOptions { RequireApproval = false, OnRun = Tell };
        var tools = new McpServerPrimitiveCollection<McpServerTool>();
        foreach (Guid taskId in taskIds)
        {
            AIFunction function = await client.Tasks.GetAIFunctionAsync(taskId, options);

            // A run is charged and not the same twice: the other side should know before it calls.
            tools.Add(McpServerTool.Create(function, new McpServerToolCreateOptions { ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true }));
        }

        return tools;
    }

    // Standard output belongs to the protocol.
    private static void Tell(TaskFunctionRun run) =>
        Console.Error.WriteLine($"run {run.RunId} of task {run.TaskId}: {run.ChargedCredits?.ToString(null, null) ?? "?"} credits {run.Error?.GetType().Name}");
}
