using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests;
using Xunit;

namespace DocsCode;

public sealed class TrimmingTests : PageTest
{
    private static readonly Assembly[] Packages =
    [
        typeof(TaskPlatformClient).Assembly, typeof(FakeTaskPlatform).Assembly, typeof(TaskFunction).Assembly, typeof(TaskPlatformHealthChecksBuilderExtensions).Assembly,
    ];

    [Fact]
    public async Task Every_call_has_a_form_with_a_contract()
    {
        FakeTask task = Platform.AddTask("Greet", definition => definition.UserPrompt = "Greet {name}, {tone}");
        task.Answer(new JsonObject { ["text"] = "Good morning" });
        Platform.RespondNext(FakeOperation.Unknown, HttpStatusCode.Created, """{"name":"crm"}""");

        (Reply typed, Reply again, Forwarder made, TaskRun kept) = await CallAsync(Client, task.Id);

        (typed, again, made, kept.Id).Should().Be((new Reply("Good morning"), new Reply("Good morning"), new Forwarder("crm"), task.Runs[0].Id));
        Platform.RequestsFor(FakeOperation.RunTask)[0].Text.Should().Be("""{"task_input":{"name":"Ada","tone":"Formal"}}""");
        Platform.RequestsFor(FakeOperation.Unknown)[0].Text.Should().Be("""{"name":"crm"}""");
    }

    [Fact]
    public async Task An_input_that_is_no_simple_value_is_written_with_a_contract()
    {
        FakeTask task = Platform.AddTask("Greet", definition => definition.UserPrompt = "Greet {name}, {tone}");

        await Client.Tasks.RunAsync(task.Id, Make(), TestContext.Current.CancellationToken);

        Platform.RequestsFor(FakeOperation.RunTask)[0].Text.Should().Be("""{"task_input":{"name":"Ada","tone":"Formal"}}""");
    }

    [Fact]
    public void The_page_names_every_member_that_uses_reflection()
    {
        string page = Document.Read("docs/trimming.md").Text;

        IEnumerable<string> members = Packages.SelectMany(package => package.GetExportedTypes()).SelectMany(type => type.GetMembers().Where(member => member.DeclaringType == type))
            .Where(member => member.IsDefined(typeof(RequiresUnreferencedCodeAttribute)) || member.IsDefined(typeof(RequiresDynamicCodeAttribute)))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}<T>");

        members.Distinct(StringComparer.Ordinal).Should().BeEquivalentTo("TasksClient.RunAsync<T>", "JsonOutput.Deserialize<T>");
        members.Should().OnlyContain(name => page.Contains($"`{name}(", StringComparison.Ordinal));
    }

    [Fact]
    public void The_settings_are_those_of_the_proof()
    {
        string project = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TaskPlatform.Client.Trimmed", "TaskPlatform.Client.Trimmed.csproj"));
        Block settings = Document.Read("docs/trimming.md").Blocks().First(static block => block.Language == "xml");

        XElement.Parse(settings.Code).Elements().Should().OnlyContain(setting => project.Contains(setting.ToString(), StringComparison.Ordinal));
    }

    private static async Task<(Reply Typed, Reply Again, Forwarder Made, TaskRun Kept)> CallAsync(TaskPlatformClient client, Guid taskId)
    {
        // docs: trimmed-calls
        RunTaskRequest request = RunTaskRequest.From(new Question("Ada", Tone.Formal), AppJson.Default.Question);
        TaskRun<Reply> typed = await client.Tasks.RunAsync(taskId, request, AppJson.Default.Reply);

        TaskRun run = await client.Tasks.RunAsync(taskId, request);
        Reply again = ((JsonOutput)run.Output).Deserialize(AppJson.Default.Reply);

        RawAnswer<Forwarder> made = await client.SendAsync(
            HttpMethod.Post, "task_forwarder", new Forwarder("crm"), AppJson.Default.Forwarder, AppJson.Default.Forwarder);

        string kept = JsonSerializer.Serialize(typed.Run, AppJson.Default.TaskRun);      // for a file or a queue of yours
        TaskRun back = JsonSerializer.Deserialize(kept, AppJson.Default.TaskRun)!;

        // docs: end
        return (typed.Value, again, made.Value!, back);
    }

    private static RunTaskRequest Make()
    {
        // docs: trimmed-input
        var request = new RunTaskRequest
        {
            Input =
            {
                ["name"] = "Ada",                                                                    // texts, numbers, dates, ids: as they are
                ["tone"] = JsonSerializer.SerializeToNode(Tone.Formal, AppJson.Default.Tone),        // a type of yours: with its contract
            },
        };

        // docs: end
        return request;
    }
}

// docs: trimmed-types
internal sealed record Question(string Name, Tone Tone);

internal sealed record Reply(string Text);

internal sealed record Forwarder(string Name);

[JsonConverter(typeof(JsonStringEnumConverter<Tone>))]
internal enum Tone { Formal, Casual }

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Forwarder))]
[JsonSerializable(typeof(TaskRun))]
internal sealed partial class AppJson : JsonSerializerContext;

// docs: end
