using Spectre.Console;
using TaskPlatform.Client;

namespace AgentChat;

/// <summary>One message to the agent and all it does about it, written to the terminal as it happens.</summary>
internal sealed record ChatTurn(string? SessionId, string? WaitsFor)
{
    public static async Task<ChatTurn> RunAsync(TaskPlatformClient client, Guid agentId, string message, string? sessionId)
    {
        string? waitsFor = null;
        try
        {
            await foreach (TaskAgentEvent happened in client.Agents.RunAsync(agentId, new RunTaskAgentRequest { Message = message, SessionId = sessionId }))
            {
                switch (happened)
                {
                    case AgentSessionEvent begun:
                        sessionId = begun.SessionId;
                        break;
                    case AgentTextEvent piece:
                        AnsiConsole.Write(piece.Text);
                        break;
                    case AgentToolCallEvent called:
                        foreach (AgentToolCall call in called.Calls)
                        {
                            AnsiConsole.MarkupLineInterpolated($"[grey]→ {call.Name}({call.Arguments.GetRawText()})[/]");
                        }

                        break;
                    case AgentToolResultEvent answered:
                        foreach (AgentToolResult result in answered.Results)
                        {
                            AnsiConsole.MarkupLineInterpolated($"[grey]← {result.Name}: {result.Result.GetRawText()}[/]");
                        }

                        break;
                    case AgentApprovalRequiredEvent waits:
                        waitsFor = waits.ToolName;
                        break;
                    case AgentErrorEvent failed:
                        AnsiConsole.MarkupLineInterpolated($"[red]The run failed: {failed.ErrorCode}[/]");
                        break;
                    default:
                        break; // a kind of event that came later than this program
                }
            }
        }
        catch (TaskAgentRunFailedException broken)
        {
            sessionId = broken.Run?.SessionId ?? sessionId;
            AnsiConsole.MarkupLineInterpolated($"[red]{broken.Message}[/]");
        }

        AnsiConsole.WriteLine();
        return new ChatTurn(sessionId, waitsFor);
    }
}
