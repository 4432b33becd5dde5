using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed partial class LabelTests : PageTest
{
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
