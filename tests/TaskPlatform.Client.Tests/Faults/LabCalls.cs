namespace TaskPlatform.Client.Tests.Faults;

/// <summary>Makes the calls of the laboratory and says in a word what came of them.</summary>
internal static class LabCalls
{
    internal static readonly Guid OrganizationId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e101");
    internal static readonly Guid ProjectId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e102");
    internal static readonly Guid TaskId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e103");
    internal static readonly Guid AgentId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e104");
    internal static readonly Guid RunId = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e105");

    // As base64 it is several times what a connection writes at once.
    private static readonly byte[] BigFile = new byte[600_000];

    internal static async Task<LabAnswer> MakeAsync(LabCall call, TaskPlatformClient client, CancellationToken cancellationToken) => call switch
    {
        LabCall.Run or LabCall.Token => Of(await client.Tasks.RunAsync(TaskId, new RunTaskRequest { Reference = "order-42" }, cancellationToken)),
        LabCall.RunWithFile => Of(await client.Tasks.RunAsync(TaskId, new RunTaskRequest { Files = [TaskFile.FromBytes("big.bin", BigFile)] }, cancellationToken)),
        LabCall.RunInChunks => Of(await client.Tasks.RunAsync(TaskId, new RunTaskRequest { Files = [TaskFile.FromOpener("big.bin", static _ => new ValueTask<Stream>(new MemoryStream(BigFile)))] }, cancellationToken)),
        LabCall.UpdateTask => new LabAnswer("answered", (await client.Tasks.UpdateAsync(TaskId, new UpdateTaskRequest { Description = "d" }, cancellationToken)).Response!.Attempts),
        LabCall.UpdateAgent => new LabAnswer("answered", (await client.Agents.UpdateAsync(AgentId, new UpdateTaskAgentRequest { Description = "d" }, cancellationToken)).Response!.Attempts),
        _ => await ReadFileAsync(client, cancellationToken),
    };

    internal static async Task<LabAnswer> ReadFileAsync(TaskPlatformClient client, CancellationToken cancellationToken)
    {
        await using Stream file = await client.Tasks.OpenFileAsync(TaskId, RunId, "picture.png", cancellationToken);
        using var reader = new StreamReader(file);
        string text = await reader.ReadToEndAsync(cancellationToken);
        return new LabAnswer(text == FaultyAnswer.FileText ? "answered" : $"answered {text.Length} bytes", []);
    }

    private static LabAnswer Of(TaskRun run) =>
        new(run.Fallback.Used ? "answered by the fallback" : "answered", run.Response!.Attempts);
}
