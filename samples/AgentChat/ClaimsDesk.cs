using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing;

namespace AgentChat;

/// <summary>What the agent of the embedded platform does: it grades the damage with a tool, and asks before it refunds.</summary>
internal static class ClaimsDesk
{
    public static FakeTaskAgent AddTo(FakeTaskPlatform platform)
    {
        FakeTaskAgent agent = platform.AddAgent("Claims desk");
        agent.Respond(turn => turn.Message switch
        {
            "refund: approved" => [FakeAgentEvents.ToolCall("refund"), FakeAgentEvents.ToolResult("refund", "done"), FakeAgentEvents.Text("The sender has got "), FakeAgentEvents.Text("the money back.")],
            "refund: rejected" => [FakeAgentEvents.Text("Then nothing is refunded.")],
            _ when turn.Turn == 1 =>
            [
                FakeAgentEvents.ToolCall("triage", new JsonObject { ["note"] = turn.Message }),
                FakeAgentEvents.ToolResult("triage", new JsonObject { ["severity"] = "total" }),
                FakeAgentEvents.Text("It is a total loss. "),
                FakeAgentEvents.Text("I would refund the sender."),
                FakeAgentEvents.ApprovalRequired("refund", Guid.NewGuid()),
            ],
            _ => [FakeAgentEvents.Text("You are welcome.")],
        });
        return agent;
    }
}
