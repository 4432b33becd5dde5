// Tasks of the platform as tools of an MCP server, over standard input and output.
//   dotnet run --project samples/McpServer                    serves two tasks of a platform in memory
//   dotnet run --project samples/McpServer -- --self-test     connects a client to it in this process and checks the answers
//   dotnet run --project samples/McpServer -- --live ID …     serves these tasks of your account (TASKPLATFORM_… in the environment)
using Mcp;
using ModelContextProtocol.Server;
using TaskPlatform.Client;

bool live = args is ["--live", _, ..];
bool selfTest = args is ["--self-test"];
if (!(live || selfTest || args.Length == 0) || !args.Skip(1).All(static id => Guid.TryParse(id, out _)))
{
    await Console.Error.WriteLineAsync("Usage: McpServer [--self-test | --live TASK_ID …]");
    return 2;
}

using var project = new EmbeddedProject();
await using TaskPlatformClient client = live ? new TaskPlatformClient(TaskPlatformClientOptions.FromEnvironment()) : project.Platform.CreateClient();
McpServerPrimitiveCollection<McpServerTool> tools = await TaskTools.ReadAsync(client, live ? args.Skip(1).Select(Guid.Parse) : project.TaskIds);
if (selfTest)
{
    return await SelfTest.RunAsync(tools, project.Platform);
}

await using var transport = new StdioServerTransport("tasks");
await using McpServer server = McpServer.Create(transport, new McpServerOptions { ToolCollection = tools });
await server.RunAsync();
return 0;
