using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentAssertions;
using TaskPlatform.Client.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed partial class TaskRunSerializationTests
{
    private const string Odd = """{"id":"0197be10-64a8-f2c1-d95e-08b7a34ce1f6","created":"2025-11-07T20:02:48","charged_credits":"+1.","llm_call_timing":0.0500,"response":{"naïve \u0026 \ud83d\ude00":1E2},"is_error":null,"output_modality":"video","files":[{"stored_filename":"a","frames":1.0}],"cached_tokens":4}""";

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static TheoryData<string> Serializers() => new("ours", "reflection", "camel case", "without nulls", "a stranger's context");

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Writes_the_answer_as_it_came_in_every_serializer(string serializer)
    {
        TaskRun run = Read(serializer, Encoding.UTF8.GetBytes(Odd));

        run.Usage.ChargedCredits.Should().Be(1m);
        run.Created.Should().Be(new DateTimeOffset(2025, 11, 7, 20, 2, 48, TimeSpan.Zero));
        run.AdditionalFields["cached_tokens"].GetInt32().Should().Be(4);
        Write(serializer, run).Should().Be(Odd);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Never_writes_what_the_client_knows_beside_the_answer(string serializer)
    {
        TaskRun run = RunJson.Read(Odd);
        TaskRun told = run.WithFallback(run.Fallback with { Used = true, By = FallbackOrigin.Client, PrimaryRun = run });
        told.Response = new ResponseMetadata(System.Net.HttpStatusCode.OK);

        told.Response!.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        Write(serializer, told).Should().Be(Odd);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    public void Refuses_an_answer_that_is_no_object(string json) =>
        json.Invoking(RunJson.Read).Should().Throw<JsonException>();

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Replaces_text_that_is_no_valid_unicode(string serializer)
    {
        // As Latin-1 the last name is no valid UTF-8.
        byte[] json = Encoding.Latin1.GetBytes("""
            {"reference":"a\ud800b","response":{"half\udc00":"\ud83d\ude00 \\ud800 \ud83d","deep":[[true,null,-1.50,{"x":"\""}]]},"model_name":"Ã("}
            """);

        TaskRun run = Read(serializer, json);

        run.Reference.Should().Be("a\uFFFDb");
        run.ModelName.Should().Be("\uFFFD(");
        run.Output.Raw.GetProperty("half\uFFFD").GetString().Should().Be("😀 \\ud800 \uFFFD");
        run.Output.Raw.GetProperty("deep").GetRawText().Should().BeJson("""[[true,null,-1.50,{"x":"\""}]]""").And.Contain("-1.50");
        Write(serializer, run).Should().Be(run.Raw.GetRawText());
    }

    [Fact]
    public void Goes_on_behind_an_answer_that_was_repaired()
    {
        TaskRun[] runs = JsonSerializer.Deserialize<TaskRun[]>("""[{"reference":"\ud800","files":[{}]},{"reference":"second"}]""")!;

        runs.Select(run => run.Reference).Should().Equal("\uFFFD", "second");
    }

    [Fact]
    public async Task Reads_an_answer_that_comes_in_pieces()
    {
        string json = RunJson.GoldenWith("response", JsonSerializer.Serialize(new string('é', 100_000)));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        TaskRun? run = await JsonSerializer.DeserializeAsync(stream, TaskPlatformJsonContext.Default.TaskRun, TestContext.Current.CancellationToken);

        run!.Output.Raw.GetString().Should().HaveLength(100_000);
        run.Reference.Should().Be("claim-2025-00418");
    }

    [Fact]
    public void Reads_an_answer_as_deep_as_the_client_allows()
    {
        string deep = $$"""{"response":{{new string('[', 500)}}{{new string(']', 500)}}}""";

        TaskRun run = JsonSerializer.Deserialize(deep, TaskPlatformJsonContext.Default.TaskRun)!;

        JsonSerializer.Serialize(run, TaskPlatformJsonContext.Default.TaskRun).Should().Be(deep);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Writes_unknown_and_odd_fields_of_files_and_groups_back(string serializer)
    {
        const string File = """{"stored_filename":"a.png","size_bytes":"large","frames":[1.0]}""";
        const string Group = """{"id":7,"name":"leith","plan":{"seats":10}}""";

        Options(serializer).Should().NotBeNull();
        JsonSerializer.Serialize(JsonSerializer.Deserialize<RunFile>(File, Options(serializer)), Options(serializer))
            .Should().BeJson(File);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ReportingGroup>(Group, Options(serializer)), Options(serializer))
            .Should().BeJson(Group);
    }

    [Fact]
    public void Writes_every_member_of_files_and_groups()
    {
        using JsonDocument golden = JsonDocument.Parse(RunJson.Golden);
        TaskRun run = RunJson.Read(RunJson.Golden);

        JsonSerializer.Serialize(run.Files[0]).Should().BeJson(golden.RootElement.GetProperty("files")[0].GetRawText());
        JsonSerializer.Deserialize<ReportingGroup>(JsonSerializer.Serialize(run.ReportingGroup)).Should().BeEquivalentTo(run.ReportingGroup);
    }

    private static TaskRun Read(string serializer, byte[] json) => JsonSerializer.Deserialize<TaskRun>(json, Options(serializer))!;

    private static string Write(string serializer, TaskRun run) => JsonSerializer.Serialize(run, Options(serializer));

    private static JsonSerializerOptions Options(string serializer) => serializer switch
    {
        "ours" => TaskPlatformJsonContext.Default.Options,
        "reflection" => JsonSerializerOptions.Default,
        "camel case" => CamelCase,
        "without nulls" => WithoutNulls,
        _ => StrangersRunContext.Default.Options,
    };

    [JsonSerializable(typeof(TaskRun))]
    [JsonSerializable(typeof(RunFile))]
    [JsonSerializable(typeof(ReportingGroup))]
    private sealed partial class StrangersRunContext : JsonSerializerContext;
}
