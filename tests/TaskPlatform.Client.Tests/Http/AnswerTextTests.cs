using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A good answer is read however it is written: compressed, marked, with text that is not valid Unicode.</summary>
public sealed class AnswerTextTests
{
    public static TheoryData<FakeOperation> EveryPost => [.. ConnectedClient.Posts];

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task Half_a_surrogate_pair_is_replaced(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Edit(live, operation, text => Replaced(text, "ODD", """a\ud83d b\udc00"""));

        (await NameAsync(live, operation)).Should().Be("a\uFFFD b\uFFFD");
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task Bytes_that_are_no_text_are_replaced(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Edit(live, operation, text => Encoding.Latin1.GetBytes(Replaced(text, "ODD", "a\u00C3(\u00FFb")));

        (await NameAsync(live, operation)).Should().Be("a\uFFFD(\uFFFDb");
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task A_whole_surrogate_pair_stays(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Edit(live, operation, text => Replaced(text, "ODD", """\ud83d\ude00"""));

        (await NameAsync(live, operation)).Should().Be("😀");
    }

    [Theory]
    [MemberData(nameof(EveryPost))]
    public async Task A_byte_order_mark_is_passed_over(FakeOperation operation)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        Edit(live, operation, text => "\uFEFF" + text);

        (await NameAsync(live, operation)).Should().Be("ODD");
    }

    [Theory]
    [InlineData(FakeOperation.UpdateTask, "gzip")]
    [InlineData(FakeOperation.RunTask, "gzip")]
    [InlineData(FakeOperation.UpdateAgent, "gzip")]
    [InlineData(FakeOperation.UpdateTask, "br")]
    [InlineData(FakeOperation.RunTask, "br")]
    [InlineData(FakeOperation.UpdateAgent, "br")]
    public async Task A_compressed_answer_is_read(FakeOperation operation, string encoding)
    {
        await using ConnectedClient live = await ConnectedClient.StartAsync();
        live.Platform.EditNext(operation, answer => answer.Content = Compressed.Content(Read(answer.Content, "ODD"), encoding));

        (await NameAsync(live, operation)).Should().Be("ODD");
        live.Platform.RequestsFor(operation).Single().Headers["Accept-Encoding"].Should().Contain(encoding);
    }

    private static void Edit(ConnectedClient live, FakeOperation operation, Func<string, string> change) =>
        Edit(live, operation, text => Encoding.UTF8.GetBytes(change(text)));

    private static void Edit(ConnectedClient live, FakeOperation operation, Func<string, byte[]> change) =>
        live.Platform.EditNext(operation, answer =>
        {
            byte[] body = change(Encoding.UTF8.GetString(Read(answer.Content, "ODD")));
            answer.Content = new ByteArrayContent(body);
            answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });

    // The answer with a name that is easily found.
    private static byte[] Read(HttpContent content, string name)
    {
        JsonNode answer = JsonNode.Parse(content.ReadAsStream(TestContext.Current.CancellationToken))!;
        answer["name"] = name;
        answer["task_name"] = name;
        return Encoding.UTF8.GetBytes(answer.ToJsonString());
    }

    private static string Replaced(string text, string name, string by) => text.Replace(name, by, StringComparison.Ordinal);

    private static async Task<string?> NameAsync(ConnectedClient live, FakeOperation operation)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        return operation switch
        {
            FakeOperation.UpdateTask => (await live.Client.Tasks.UpdateAsync(live.Task.Id, new UpdateTaskRequest { Description = "d" }, cancellationToken)).Task.Name,
            FakeOperation.RunTask => (await live.Client.Tasks.RunAsync(live.Task.Id, new RunTaskRequest(), cancellationToken)).TaskName,
            _ => (await live.Client.Agents.UpdateAsync(live.Agent.Id, new UpdateTaskAgentRequest { Description = "d" }, cancellationToken)).Agent.Name,
        };
    }
}
