using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

/// <summary>Mistakes that can be seen here are told before anything is sent.</summary>
public sealed class BeforeSendingTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly TaskPlatformClient client;

    public BeforeSendingTests() => client = platform.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Refuses_an_empty_id()
    {
        Func<Task>[] calls =
        [
            () => client.Tasks.RunAsync(Guid.Empty, new RunTaskRequest(), Cancellation),
            () => client.Tasks.GetAsync(Guid.Empty, Cancellation),
            () => client.Tasks.GetRunAsync(Guid.Empty, Guid.NewGuid(), Cancellation),
            () => client.Tasks.GetRunAsync(Guid.NewGuid(), Guid.Empty, Cancellation),
            () => client.Tasks.FindRunsByReferenceAsync(Guid.Empty, "order-42", DateTimeOffset.UnixEpoch, Cancellation),
            () => client.Tasks.UpdateAsync(Guid.Empty, new UpdateTaskRequest { Enabled = true }, Cancellation),
            () => client.Agents.UpdateAsync(Guid.Empty, new UpdateTaskAgentRequest { MaxTurns = 3 }, Cancellation),
            () => client.Tasks.OpenFileAsync(Guid.Empty, Guid.NewGuid(), "a.png", Cancellation),
            () => client.Tasks.OpenFileAsync(Guid.NewGuid(), Guid.Empty, "a.png", Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            await call.Should().ThrowAsync<ArgumentException>().WithMessage("*id is empty*");
        }

        platform.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Looks_at_the_target_of_a_download_before_it_asks_for_the_file()
    {
        FakeTask poster = platform.AddTask("Poster", static definition => (definition.Modality, definition.UserPrompt) = ("image", "Draw"));
        TaskRun run = await client.Tasks.RunAsync(poster.Id, new RunTaskRequest(), Cancellation);
        RunFile? file = ((ImageOutput)run.Output).File;
        string missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "poster.png");

        await client.Tasks.Invoking(tasks => tasks.DownloadFileAsync(run, file, missing, progress: null, Cancellation))
            .Should().ThrowAsync<DirectoryNotFoundException>().WithMessage($"*{missing}");
        await client.Tasks.Invoking(tasks => tasks.DownloadFileAsync(run, file, Path.GetTempPath(), progress: null, Cancellation))
            .Should().ThrowAsync<IOException>().WithMessage("*is a folder*");

        platform.RequestsFor(FakeOperation.DownloadFile).Should().BeEmpty();
    }
}
