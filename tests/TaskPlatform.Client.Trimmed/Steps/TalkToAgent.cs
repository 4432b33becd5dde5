namespace TaskPlatform.Client.Trimmed.Steps;

/// <summary>Makes an agent, finds it in the list and talks to it, as events and to the end.</summary>
internal static class TalkToAgent
{
    internal static async Task RunAsync(TaskPlatformClient client, EmbeddedProject project, CancellationToken cancellationToken)
    {
        TaskAgent made = await client.Agents.CreateAsync(new CreateTaskAgentRequest { Name = "Helper", Instruction = "Help.", LlmModelId = project.Platform.ModelId }, cancellationToken);
        Check.Same("the agent that was read", (await client.Agents.GetAsync(made.Id, cancellationToken)).Name, "Helper");
        bool listed = false;
        await foreach (TaskAgent agent in client.Agents.ListAsync(null, cancellationToken))
        {
            listed |= agent.Id == made.Id;
        }

        Check.That("the agent is listed", listed);
        string? session = null;
        int events = 0;
        await foreach (TaskAgentEvent told in client.Agents.RunAsync(made.Id, new RunTaskAgentRequest { Message = "Hello" }, cancellationToken))
        {
            session = (told as AgentSessionEvent)?.SessionId ?? session;
            events++;
        }

        TaskAgentRun run = await client.Agents.RunToEndAsync(made.Id, new RunTaskAgentRequest { Message = "More", SessionId = session }, cancellationToken);
        Check.Same("the events of a run", events, 3);
        Check.Same("the session of the next run", run.SessionId, session);
        Check.Same("what the agent said", run.Text, "You said: More");
    }
}
