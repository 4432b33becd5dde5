using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

// docs/tags.md says that a user has to do this too.
#pragma warning disable TPC001

namespace DocsCode;

public sealed partial class LabelTests : PageTest
{
    [Fact]
    public async Task Tags_a_revision_and_runs_it_by_the_tag()
    {
        FakeTask task = Platform.AddTask("Translate");
        FakeTaskRevision newer = task.AddRevision();

        (await TagAsync(Client, task.Id, newer.Id)).RevisionId.Should().Be(newer.Id);
    }

    [Fact]
    public async Task Books_a_run_under_a_group()
    {
        FakeTask task = Platform.AddTask("Translate");

        (await BookAsync(Client, task.Id)).ReportingGroup!.Description.Should().Be("Our first customer");
    }

    [Fact]
    public async Task Calls_what_has_no_method()
    {
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, """{"results":[{"name":"crm"}]}""");
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.Created, "{}");
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, """{"name":"crm"}""");

        (RawAnswer made, RawAnswer<Forwarder> read) = await CallAsync(Client);

        (made.StatusCode, read.Value).Should().Be((HttpStatusCode.Created, new Forwarder("crm")));
        Platform.RequestsFor(FakeOperation.Unknown).Select(static request => $"{request.Method} {request.PathAndQuery.Split('/')[^1]} {request.Text}")
            .Should().Equal("GET task_forwarder?page_limit=10 ", """POST task_forwarder {"name":"crm"}""", "GET crm ");
    }

    private static async Task<TaskRun> TagAsync(TaskPlatformClient client, Guid taskId, Guid revisionId)
    {
        // docs: tags
        Tag tag = await client.Tags.FindByNameAsync(TagEntityType.TaskRevision, "candidate")
            ?? await client.Tags.CreateAsync(TagEntityType.TaskRevision, new CreateTagRequest { Name = "candidate" });

        await client.Tags.AddToAsync(TagEntityType.TaskRevision, tag.Id, [revisionId]);
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { RevisionTag = "candidate" });

        // docs: end
        return run;
    }

    private static async Task<TaskRun> BookAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: groups
        ReportingGroup acme = await client.ReportingGroups.CreateAsync(new CreateReportingGroupRequest { Name = "acme", Description = "Our first customer" });
        TaskRun run = await client.Tasks.RunAsync(taskId, new RunTaskRequest { ReportingGroup = acme.Name });
        Console.WriteLine($"{run.ReportingGroup?.Name}: {run.Usage.TotalTokens} tokens, {run.TotalChargedCredits} credits");

        // docs: end
        return run;
    }

    private static async Task<(RawAnswer Made, RawAnswer<Forwarder> Read)> CallAsync(TaskPlatformClient client)
    {
        // docs: raw
        RawAnswer page = await client.SendAsync(HttpMethod.Get, "task_forwarder?page_limit=10");
        foreach (JsonElement forwarder in page.Body.GetProperty("results").EnumerateArray())
        {
            Console.WriteLine(forwarder.GetProperty("name").GetString());
        }

        RawAnswer made = await client.SendAsync(HttpMethod.Post, "task_forwarder", new JsonObject { ["name"] = "crm" });
        RawAnswer<Forwarder> read = await client.SendAsync(HttpMethod.Get, "task_forwarder/crm", ForwarderContext.Default.Forwarder);

        // docs: end
        return (made, read);
    }

    private sealed record Forwarder(string Name);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Forwarder))]
    private sealed partial class ForwarderContext : JsonSerializerContext;
}
