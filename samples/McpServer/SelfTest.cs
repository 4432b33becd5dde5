using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using TaskPlatform.Client.Testing;

namespace Mcp;

/// <summary>A client of the server in the same process: lists the tools, calls them, and checks what comes back.</summary>
internal static class SelfTest
{
    private static int Passed;
    private static int Failed;

    public static async Task<int> RunAsync(McpServerPrimitiveCollection<McpServerTool> tools, FakeTaskPlatform platform)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Pipe toServer = new(), toClient = new();
        await using var transport = new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        await using McpServer server = McpServer.Create(transport, new McpServerOptions { ToolCollection = tools });
        Task serving = server.RunAsync(limit.Token);
        var connection = new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream());
        await using (McpClient client = await McpClient.CreateAsync(connection, cancellationToken: limit.Token))
        {
            await CallAsync(client, platform, limit.Token);
        }

        await toServer.Writer.CompleteAsync();
        await serving;
        Console.WriteLine($"{Passed} checks passed, {Failed} failed");
        return Failed == 0 ? 0 : 1;
    }

    private static async Task CallAsync(McpClient client, FakeTaskPlatform platform, CancellationToken cancellationToken)
    {
        IList<McpClientTool> listed = await client.ListToolsAsync(cancellationToken: cancellationToken);
        Check("both tasks are listed", string.Join(' ', listed.Select(static tool => tool.Name).Order(StringComparer.Ordinal)) == "Draw_a_poster Translate");
        Check("an input is named", listed.Single(static tool => tool.Name == "Translate").JsonSchema.GetProperty("properties").TryGetProperty("language", out _));

        CallToolResult translated = await client.CallToolAsync("Translate", Arguments(("text", "Hello world"), ("language", "Spanish")), cancellationToken: cancellationToken);
        Check("the translation came", translated.Content is [TextContentBlock { Text: var text }] && text.Contains("Hola mundo", StringComparison.Ordinal));

        CallToolResult drawn = await client.CallToolAsync("Draw_a_poster", Arguments(("subject", "a lighthouse")), cancellationToken: cancellationToken);
        Check("the picture came", drawn.Content is [ImageContentBlock { MimeType: "image/png" }]);

        CallToolResult refused = await client.CallToolAsync("Translate", Arguments(("text", "Hello world")), cancellationToken: cancellationToken);
        Check("a missing input is an error", refused.IsError == true);
        Check("two runs were made and charged", platform.ExecutedRuns == 2);
    }

    private static Dictionary<string, object?> Arguments(params (string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal);

    private static void Check(string what, bool holds)
    {
        Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
        (Passed, Failed) = holds ? (Passed + 1, Failed) : (Passed, Failed + 1);
    }
}
