using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class ReadTests : PageTest
{
    [Fact]
    public async Task Finds_who_calls_and_what_there_is()
    {
        FakeTask task = AddTranslate();
        Platform.AddTask("Greet");
        using TaskPlatformClient client = Platform.CreateClient(static options => (options.OrganizationId, options.ProjectId) = (null, null));

        TaskDefinition read = await ReadAsync(client, task.Id);

        read.Id.Should().Be(task.Id);
        Platform.RequestsFor(FakeOperation.GetCaller).Should().HaveCount(2);
        Platform.RequestsFor(FakeOperation.ListTasks).Should().ContainSingle().Which.Query.Should().Be("?name=translate&page_limit=100");
    }

    private static async Task<TaskDefinition> ReadAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: read
        CallerIdentity me = await client.GetCallerAsync();
        Console.WriteLine($"{me.Name}: organization {me.OrganizationId}, project {me.ProjectId}");

        await foreach (TaskDefinition found in client.Tasks.ListAsync(new ListTasksRequest { Name = "translate" }))
        {
            Console.WriteLine($"{found.Id} {found.Name}, {found.Revisions.Count} revisions");
        }

        TaskDefinition task = await client.Tasks.GetAsync(taskId);

        // docs: end
        return task;
    }

    [Fact]
    public async Task Reads_runs()
    {
        FakeTask task = AddTranslate();
        task.FallsBack = false;
        task.FailPrimary("overloaded", times: 1);
        using TaskPlatformClient client = Platform.CreateClient(static options => (options.ThrowOnRunError, options.Fallback.Mode) = (false, FallbackMode.Never));
        TaskRun made = await client.Tasks.RunAsync(task.Id, new RunTaskRequest { Input = { ["text"] = "Hello", ["language"] = "Spanish" } }, TestContext.Current.CancellationToken);

        TaskRun read = await ReadRunsAsync(client, task.Id, made.Id);

        (read.Id, read.IsError).Should().Be((made.Id, true));
        Platform.RequestsFor(FakeOperation.ListRuns).Should().ContainSingle().Which.Query.Should().Be("?status=error&page_limit=100");
    }

    [Fact]
    public async Task Makes_a_task()
    {
        Guid model = Platform.AddModel("gpt-4o");

        (TaskDefinition task, Guid first) = await CreateAsync(Client);

        (task.Name, task.Revisions[0].LlmModelId, first).Should().Be(("Translate politely", model, Platform.FindTask(task.Id).Revisions[0].Id));
    }

    private static async Task<TaskRun> ReadRunsAsync(TaskPlatformClient client, Guid taskId, Guid runId)
    {
        // docs: read-runs
        await foreach (TaskRun failed in client.Tasks.ListRunsAsync(taskId, new ListRunsRequest { IsError = true }))
        {
            Console.WriteLine($"{failed.Created:u} {failed.Id}, {failed.Usage.ChargedCredits ?? 0} credits");
        }

        TaskRun again = await client.Tasks.GetRunAsync(taskId, runId);

        // docs: end
        return again;
    }

    private static async Task<(TaskDefinition Task, Guid First)> CreateAsync(TaskPlatformClient client)
    {
        // docs: create
        LlmModel model = await client.Models.FindAsync("gpt-4o");     // reference name or alias, case ignored

        TaskDefinition created = await client.Tasks.CreateAsync(new CreateTaskRequest
        {
            Name = "Translate politely",
            Enabled = true,
            SystemPrompt = "You are a translator.",
            UserPrompt = "Translate {text} into {language}",
            LlmModelId = model.Id,
            OutputFormat = new OutputFormat { ["text"] = OutputField.Text },     // for the modality json, which is the default
        });
        Guid first = created.Revisions[0].Id;                         // live at once, unlike every later revision

        // docs: end
        return (created, first);
    }
}
