namespace TaskPlatform.Client.Agents;

/// <summary>The events of one run: read once, because reading is what starts the run.</summary>
internal sealed class AgentEventSequence(IAsyncEnumerable<TaskAgentEvent> events) : IAsyncEnumerable<TaskAgentEvent>
{
    private int begun;

    public IAsyncEnumerator<TaskAgentEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref begun, 1) == 0
            ? events.GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("The events of an agent's run are read once: reading them again would be another run, charged again. Call RunAsync again for that.");
}
