// A chat with an agent: its text as it comes, the tools it calls, and a question where a tool waits for a person. Everything
// happens on a platform embedded in this process. With --scripted it talks to itself and ends with 0 if all went as it should.
using AgentChat;
using Spectre.Console;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;

using var platform = new FakeTaskPlatform();
FakeTaskAgent agent = ClaimsDesk.AddTo(platform);
using TaskPlatformClient client = platform.CreateClient();

bool scripted = args is ["--scripted"];
var lines = new Queue<string?>(["A vase arrived in pieces at Leith.", "yes", "Thank you.", null]);
string? Ask(string prompt)
{
    AnsiConsole.Markup($"[bold]{prompt}[/] ");
    string? line = scripted ? lines.Dequeue() : Console.ReadLine();
    if (scripted)
    {
        AnsiConsole.MarkupLineInterpolated($"{line}");
    }

    return line;
}

AnsiConsole.MarkupLine("Tell the claims desk what happened. An empty line ends the chat.");
string? session = null;
int approvals = 0;
while (Ask("you>") is { Length: > 0 } said)
{
    // A tool that waits ends the run; the answer is the next message in the same session.
    for (string? message = said; message is not null;)
    {
        ChatTurn turn = await ChatTurn.RunAsync(client, agent.Id, message, session);
        session = turn.SessionId;
        message = null;
        if (turn.WaitsFor is { } tool)
        {
            approvals++;
            bool granted = Ask($"{tool} wants to act. Approve? (yes/no)") is "yes" or "y";
            message = granted ? $"{tool}: approved" : $"{tool}: rejected";
        }
    }
}

AnsiConsole.MarkupLine("[grey]goodbye[/]");
return !scripted || (approvals == 1 && platform.ExecutedAgentRuns == 3 && platform.RequestsFor(FakeOperation.RunAgent)[2].Text.Contains(session!, StringComparison.Ordinal)) ? 0 : 1;
