using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client.Runs;
using TaskPlatform.Client.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed partial class RunTaskRequestTests
{
    private static readonly Guid Revision = Guid.Parse("0196a4c8-9e52-c06f-fb38-6d1e07a2c973");
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static TheoryData<string> Serializers() => new("ours", "reflection", "camel case", "without nulls", "a stranger's context");

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Sends_an_empty_input_when_nothing_is_set(string serializer) =>
        Write(serializer, new RunTaskRequest()).Should().Be("""{"task_input":{}}""");

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Sends_input_reference_and_further_keys_and_nothing_of_the_query(string serializer)
    {
        var request = new RunTaskRequest
        {
            Input = { ["text"] = "Hello", ["Count"] = 2, ["nothing"] = null, ["list"] = new JsonArray(1, "a") },
            Files = [TaskFile.FromBytes("a.txt", new byte[] { 1 })],
            Reference = "order-42",
            RevisionId = Revision,
            RevisionTag = "beta",
            ReportingGroup = "acme",
            UseFallbackModel = false,
            ExpectedModality = OutputModality.Text,
            AdditionalFields = { ["context_id"] = "june", ["Trace"] = null },
        };

        Write(serializer, request).Should().Be("""{"task_input":{"text":"Hello","Count":2,"nothing":null,"list":[1,"a"]},"task_reference":"order-42","context_id":"june","Trace":null}""");
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Comes_back_from_its_json(string serializer)
    {
        const string Json = """{"task_input":{"text":"Hello"},"task_reference":"order-42","context_id":"june"}""";

        RunTaskRequest request = Read(serializer, Json);

        request.Input["text"]!.GetValue<string>().Should().Be("Hello");
        request.Reference.Should().Be("order-42");
        request.AdditionalFields.Should().ContainSingle().Which.Key.Should().Be("context_id");
        Write(serializer, request).Should().Be(Json);
        Write(serializer, Read(serializer, "{}")).Should().Be("""{"task_input":{}}""");
        Read(serializer, """{"task_files":[]}""").Invoking(RunTaskRequestChecks.Refuse).Should().Throw<ArgumentException>("files do not come back");
    }

    [Fact]
    public void Has_an_input_files_and_further_keys_that_are_never_null()
    {
        new RunTaskRequest().Input.Should().NotBeNull();
        new RunTaskRequest().Files.Should().BeEmpty();
        new RunTaskRequest().AdditionalFields.Should().NotBeNull();

        ((Action)(() => _ = new RunTaskRequest { Input = null! })).Should().Throw<ArgumentNullException>();
        ((Action)(() => _ = new RunTaskRequest { Files = null! })).Should().Throw<ArgumentNullException>();
        ((Action)(() => _ = new RunTaskRequest { AdditionalFields = null! })).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Shows_nothing_of_what_is_sent()
    {
        var request = new RunTaskRequest
        {
            Input = { ["marker-key"] = "marker" },
            Files = [TaskFile.FromBytes("marker.png", "marker"u8.ToArray())],
            Reference = "marker",
            RevisionTag = "marker",
            ReportingGroup = "marker",
            AdditionalFields = { ["marker"] = "marker" },
            RevisionId = Revision,
        };

        request.ToString().Should().Contain(Revision.ToString()).And.NotContain("marker");
    }

    [Theory]
    [InlineData(null, false, "")]
    [InlineData(true, false, "?use_fallback_model=true")]
    [InlineData(false, false, "?use_fallback_model=false")]
    [InlineData(null, true, "?use_fallback_model=true")]
    [InlineData(false, true, "?use_fallback_model=true")]
    public void Puts_the_three_values_of_the_fallback_into_the_query(bool? given, bool force, string expected) =>
        RunTaskQuery.Write(new RunTaskRequest { UseFallbackModel = given }, reportingGroup: null, force).Should().Be(expected);

    [Fact]
    public void Puts_everything_that_is_set_into_the_query()
    {
        var request = new RunTaskRequest { RevisionId = Revision, RevisionTag = "a b&c=ü", ReportingGroup = "Bär & Söhne/+%", UseFallbackModel = true };

        RunTaskQuery.Write(request, "the client's", forceFallback: false).Should().Be(
            "?revision_id=0196a4c8-9e52-c06f-fb38-6d1e07a2c973&revision_tag=a%20b%26c%3D%C3%BC&reporting_group=B%C3%A4r%20%26%20S%C3%B6hne%2F%2B%25&use_fallback_model=true");
    }

    [Theory]
    [InlineData(null, "clients", "?reporting_group=clients")]
    [InlineData("own", "clients", "?reporting_group=own")]
    [InlineData("", "clients", "")]
    [InlineData(null, "", "")]
    [InlineData(null, null, "")]
    public void Takes_the_clients_reporting_group_when_the_request_has_none(string? own, string? clients, string expected) =>
        RunTaskQuery.Write(new RunTaskRequest { ReportingGroup = own }, clients, forceFallback: false).Should().Be(expected);

    private static string Write(string serializer, RunTaskRequest request) => JsonSerializer.Serialize(request, Options(serializer));

    private static RunTaskRequest Read(string serializer, string json) => JsonSerializer.Deserialize<RunTaskRequest>(json, Options(serializer))!;

    private static JsonSerializerOptions Options(string serializer) => serializer switch
    {
        "ours" => TaskPlatformJsonContext.Default.Options,
        "reflection" => JsonSerializerOptions.Default,
        "camel case" => CamelCase,
        "without nulls" => WithoutNulls,
        _ => StrangersRequestContext.Default.Options,
    };

    [JsonSerializable(typeof(RunTaskRequest))]
    private sealed partial class StrangersRequestContext : JsonSerializerContext;
}
