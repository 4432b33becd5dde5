using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

/// <summary>docs/wire.md names the queries, headers and names that are really used. Its routes and types are checked beside the routes.</summary>
public sealed partial class WireTests : PageTest
{
    private static readonly string[] Lines = [.. Document.Read("docs/wire.md").Lines];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_queries_are_those_that_are_sent()
    {
        FakeTask task = AddTranslate();
        FakeTaskAgent agent = Platform.AddAgent("Concierge");
        FakeTaskRevision revision = task.AddRevision(static one => one.Tags.Add("candidate"));
        TaskRun run = await Client.Tasks.RunAsync(task.Id, new RunTaskRequest
        {
            Input = { ["text"] = "Hello", ["language"] = "Spanish" },
            RevisionId = revision.Id,
            RevisionTag = "candidate",
            ReportingGroup = "acme",
            UseFallbackModel = false,
        }, Token);
        await Client.Tasks.GetRunAsync(task.Id, run.Id, Token);
        await Client.Tasks.GetAsync(task.Id, new GetTaskRequest { IncludeTests = true, RevisionTagId = Guid.NewGuid() }, Token);
        await Client.Models.ListAsync(new ListLlmModelsRequest { IncludeRetired = true, ReadsImages = true, ReadsPdfs = true, MakesImages = true }, Token);
        await Client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello", RevisionId = agent.ActiveRevisionId }, Token);
        await ListAsync(Client.Tasks.ListAsync(new ListTasksRequest { Name = "T", TagId = Guid.NewGuid(), CreatedByMe = true, IncludeTests = true }, Token));
        await ListAsync(Client.Tasks.ListRunsAsync(task.Id, new ListRunsRequest { IsError = false }, Token));
        await ListAsync(Client.Agents.ListAsync(new ListTaskAgentsRequest { SevenDaySummary = true }, Token));
        await ListAsync(Client.Tags.ListAsync(TagEntityType.Task, cancellationToken: Token));
        await ListAsync(Client.ReportingGroups.ListAsync(cancellationToken: Token));

        Sent(FakeOperation.RunTask).Should().Equal(Written("generate_content"));
        Sent(FakeOperation.GetRun).Should().Equal(Written("get_run"));
        Sent(FakeOperation.GetTask).Should().Equal(Written("get_task"));
        Sent(FakeOperation.ListModels).Should().Equal(Written("list_models"));
        Sent(FakeOperation.RunAgent).Should().Equal(Written("invoke_agent"));
        foreach ((FakeOperation operation, string span) in (ReadOnlySpan<(FakeOperation, string)>)[
            (FakeOperation.ListTasks, "list_tasks"), (FakeOperation.ListRuns, "list_runs"), (FakeOperation.ListAgents, "list_task_agents"),
            (FakeOperation.ListTags, "list_tags"), (FakeOperation.ListReportingGroups, "list_reporting_groups")])
        {
            Sent(operation).Append("cursor").Should().Equal(Written(span), "a cursor comes from the second page on");
        }
    }

    [Fact]
    public async Task The_headers_are_those_that_are_sent()
    {
        FakeTask task = Platform.AddTask("Draw", static definition => definition.Modality = "image");
        FakeTaskAgent agent = Platform.AddAgent("Concierge");
        using TaskPlatformClient client = Platform.CreateClient(static options => options.ApplicationName = "Shop");

        TaskRun run = await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Token);
        await client.Agents.RunToEndAsync(agent.Id, new RunTaskAgentRequest { Message = "Hello" }, Token);
        await using Stream file = await client.Tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, Token);

        string[] allowed = [.. Lines.Select(static line => HeaderRow().Match(line)).Where(static match => match.Success).Select(static match => match.Groups["name"].Value), "Content-Length"];
        Platform.Requests.SelectMany(static request => request.Headers.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Should().BeSubsetOf(allowed);
        Header(FakeOperation.RunTask, "Accept").Should().Be("application/json");
        Header(FakeOperation.RunAgent, "Accept").Should().Be("text/event-stream");
        Header(FakeOperation.DownloadFile, "Accept").Should().BeNull();
        Header(FakeOperation.Token, "Authorization").Should().StartWith("Basic ");
        Header(FakeOperation.Token, "Content-Type").Should().Be("application/x-www-form-urlencoded");
        Header(FakeOperation.DownloadFile, "Authorization").Should().StartWith("Bearer ");
        Header(FakeOperation.RunTask, "User-Agent").Should().StartWith("TaskPlatform.Client/").And.EndWith(" (Shop)");
        Platform.RequestsFor(FakeOperation.Token).Single().Text.Should().Be("grant_type=client_credentials");
    }

    [Fact]
    public void The_members_that_are_not_their_key_in_Pascal_case_are_listed()
    {
        string[] names = [.. Lines.SkipWhile(static line => line != "## Names").TakeWhile(static line => line != "## How sure this is")];

        (from type in typeof(TaskPlatformClient).Assembly.GetExportedTypes()
         from property in type.GetProperties()
         let key = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
         where key is not null && string.Concat(key.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..])) != property.Name
         select (Key: key, Name: $"{type.Name}.{property.Name}"))
            .Should().HaveCount(3).And.OnlyContain(odd => names.Any(line => line.Contains($"`{odd.Key}`", StringComparison.Ordinal) && line.Contains($"`{odd.Name}`", StringComparison.Ordinal)));
    }

    private IEnumerable<string> Sent(FakeOperation operation) =>
        Platform.RequestsFor(operation)[0].Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Split('=')[0]).Distinct(StringComparer.Ordinal);

    private string? Header(FakeOperation operation, string name) => Platform.RequestsFor(operation)[0].Headers.GetValueOrDefault(name);

    private static IEnumerable<string> Written(string span) =>
        Word().Matches(TypesRow().Matches(string.Join('\n', Lines)).Single(match => match.Groups["span"].Value == span).Groups["query"].Value).Select(static match => match.Value);

    private static async Task ListAsync<T>(IAsyncEnumerable<T> list)
    {
        await foreach (T _ in list)
        {
            // Only what is sent matters.
        }
    }

    [GeneratedRegex(@"^\| `(?<span>[a-z_]+)` \| [^|]+ \|(?<query>[^|]*)\| [^|]+ \|$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypesRow();

    [GeneratedRegex(@"^\| `(?<name>[A-Z][A-Za-z]+(?:-[A-Za-z]+)*)` \| [^|]+ \|$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderRow();

    [GeneratedRegex("[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
