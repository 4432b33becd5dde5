using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace ReadmeCode;

public sealed class ReadTests : ReadmeTest
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
        // readme: read
        CallerIdentity me = await client.GetCallerAsync();
        Console.WriteLine($"{me.Name}: organization {me.OrganizationId}, project {me.ProjectId}");

        await foreach (TaskDefinition found in client.Tasks.ListAsync(new ListTasksRequest { Name = "translate" }))
        {
            Console.WriteLine($"{found.Id} {found.Name}, {found.Revisions.Count} revisions");
        }

        TaskDefinition task = await client.Tasks.GetAsync(taskId);

        // readme: end
        return task;
    }
}
