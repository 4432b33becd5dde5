using FluentAssertions;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.Samples;

public sealed class FromNothingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_from_a_credential_to_two_revisions_compared()
    {
        SampleProgram program = await SampleProgram.RunAsync("FromNothing", [], new Dictionary<string, string>(StringComparer.Ordinal), input: null, Cancellation);

        program.ExitCode.Should().Be(0);
        program.Errors.Should().BeEmpty();
        program.Output.Should().Contain("The nearest: gpt-4o-2024-08-06").And.Contain("second     We are sorry and pay you back.").And.Contain("runs       3, 3.00 credits");
    }

    [Fact]
    public async Task The_same_goes_over_a_real_connection()
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        TaskPlatformClientOptions options = server.CreateOptions();
        (options.OrganizationId, options.ProjectId) = (null, null);
        await using var client = new TaskPlatformClient(options);

        CallerIdentity me = await client.GetCallerAsync(Cancellation);
        LlmModel model = await client.Models.FindAsync("HERON-mini", Cancellation);
        TaskDefinition task = await client.Tasks.CreateAsync(
            new CreateTaskRequest
            {
                Name = "Shout",
                Enabled = true,
                SystemPrompt = "You shout.",
                UserPrompt = "Shout {word}",
                LlmModelId = model.Id,
                OutputModality = OutputModality.Text,
            },
            Cancellation);
        server.Fake.FindTask(task.Id).Respond(static run => run.Prompt);
        var request = new RunTaskRequest { Input = { ["word"] = "yes" }, Reference = "shout" };
        TaskRun live = await client.Tasks.RunAsync(task.Id, request, Cancellation);
        TaskUpdateResult update = await client.Tasks.UpdateAsync(task.Id, new UpdateTaskRequest { UserPrompt = "Whisper {word}" }, Cancellation);
        var texts = new List<string>();
        foreach (Guid revision in new[] { task.Revisions[0].Id, update.NewRevisionId!.Value })
        {
            texts.Add(((TextOutput)(await client.Tasks.RunAsync(task.Id, request with { RevisionId = revision }, Cancellation)).Output).Text);
        }

        List<TaskRun> runs = await client.Tasks.ListRunsAsync(task.Id, new ListRunsRequest { PageLimit = 2 }, Cancellation).AllAsync(Cancellation);

        (me.ProjectId, task.ProjectId).Should().Be((server.Fake.ProjectId, server.Fake.ProjectId));
        texts.Should().Equal("Shout yes", "Whisper yes");
        runs.Select(static run => (run.RevisionId, ((TextOutput)run.Output).Text)).Should().BeEquivalentTo(
            [(task.Revisions[0].Id, "Shout yes"), (task.Revisions[0].Id, "Shout yes"), (update.NewRevisionId.Value, "Whisper yes")]);
        (await client.Tasks.GetRunAsync(task.Id, live.Id, Cancellation)).Reference.Should().Be("shout");
        server.Fake.ExecutedRuns.Should().Be(3);
        server.Fake.RequestsFor(FakeOperation.Unknown).Should().BeEmpty();
    }
}
