using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class TaskRunToleranceTests
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["text"] = "\"neither a date nor a number nor an id\"",
        ["number"] = "7",
        ["fraction"] = "7.5",
        ["huge"] = "1e400",
        ["true"] = "true",
        ["object"] = """{"a":1}""",
        ["list"] = """[1,{"a":1}]""",
    };

    /// <summary>The kinds that each key takes; every other kind is the wrong one.</summary>
    private static readonly Dictionary<string, string[]> Fitting = new(StringComparer.Ordinal)
    {
        ["response"] = [.. Kinds.Keys],
        ["run_data"] = ["object"],
        ["reporting_group"] = ["object"],
        ["files"] = [],
        ["event_trigger_id"] = [],
        ["is_error"] = ["true"],
        ["used_fallback_model"] = ["true"],
        ["input_tokens"] = ["number"],
        ["output_tokens"] = ["number"],
        ["total_tokens"] = ["number"],
        ["llm_retries"] = ["number"],
        ["rag_query_rewrite_input_tokens"] = ["number"],
        ["rag_query_rewrite_output_tokens"] = ["number"],
        ["rag_query_rewrite_total_tokens"] = ["number"],
        ["input_processor_timing"] = ["number", "fraction"],
        ["llm_call_timing"] = ["number", "fraction"],
        ["mcp_tool_timing"] = ["number", "fraction"],
        ["rag_retrieval_timing"] = ["number", "fraction"],
        ["charged_credits"] = ["text", "number", "fraction", "huge"],
        ["input_processor_charged_credits"] = ["text", "number", "fraction", "huge"],
        ["primary_failure_reason"] = ["text"],
        ["reference"] = ["text"],
        ["context_id"] = ["text"],
        ["model_name"] = ["text"],
        ["task_name"] = ["text"],
        ["output_modality"] = ["text"],
        ["id"] = [],
        ["task_id"] = [],
        ["task_revision_id"] = [],
        ["fallback_llm_model_id"] = [],
        ["user_id"] = [],
        ["reporting_group_id"] = [],
        ["created"] = [],
    };

    public static TheoryData<string, string> EveryKeyWithEveryKind()
    {
        var rows = new TheoryData<string, string>();
        foreach (string key in RunJson.Keys)
        {
            foreach (string kind in Kinds.Keys)
            {
                rows.Add(key, kind);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(EveryKeyWithEveryKind))]
    public void Keeps_the_run_and_the_odd_value_whatever_kind_a_key_has(string key, string kind)
    {
        bool fits = Fitting[key].Contains(kind);

        TaskRun run = RunJson.Read(RunJson.GoldenWith(key, Kinds[kind]));

        run.AdditionalFields.ContainsKey(key).Should().Be(!fits);
        run.AdditionalFields.Count.Should().Be(fits ? 0 : 1);
        if (!fits)
        {
            run.AdditionalFields[key].GetRawText().Should().Be(Kinds[kind]);
        }

        // Everything else is as it was.
        (key == "id" ? run.TaskId : run.Id).Should().NotBeEmpty();
        run.Output.Raw.ValueKind.Should().NotBe(JsonValueKind.Undefined);
        (key == "charged_credits" ? 0 : run.Usage.ChargedCredits).Should().Be(key == "charged_credits" ? 0 : 3.40m);
        run.Files.Count.Should().Be(key == "files" && kind != "list" ? 0 : 1);
        foreach (System.Reflection.PropertyInfo member in typeof(TaskRun).GetProperties())
        {
            member.Invoking(property => property.GetValue(run)).Should().NotThrow();
        }

        JsonSerializer.Serialize(run).Should().Be(run.Raw.GetRawText());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"0197be10-64a8-f2c1-d95e-08b7a34ce1f6\"")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Keeps_the_good_files_and_the_whole_list_when_one_entry_is_odd(string entry)
    {
        TaskRun run = RunJson.Read($$"""{"files":[{"stored_filename":"a.png"},{{entry}},{"stored_filename":"b.png"}]}""");

        run.Files.Select(file => file.StoredFilename).Should().Equal("a.png", "b.png");
        run.AdditionalFields.ContainsKey("files").Should().Be(entry != "null");
    }

    [Fact]
    public void Keeps_a_file_whose_members_are_odd()
    {
        RunFile file = RunJson.Read("""{"files":[{"stored_filename":"a.png","size_bytes":"large","source":7,"content_type":[]}]}""").Files[0];

        file.StoredFilename.Should().Be("a.png");
        file.SizeBytes.Should().BeNull();
        file.Source.Should().BeNull();
        file.ContentType.Should().BeNull();
        file.AdditionalFields.Keys.Should().BeEquivalentTo("size_bytes", "source", "content_type");
    }

    [Fact]
    public void Takes_the_last_of_keys_that_stand_twice() =>
        RunJson.Read("""{"reference":"first","reference":"second"}""").Should().Match<TaskRun>(run => run.Reference == "second" && run.AdditionalFields.Count == 0);

    [Theory]
    [InlineData("412", 412)]
    [InlineData("412.0", 412)]
    [InlineData("\"412\"", 412)]
    [InlineData("2147483648", 0)]
    [InlineData("-1e30", 0)]
    public void Reads_counts_in_every_form(string value, int expected)
    {
        TaskRun run = RunJson.Read($$"""{"input_tokens":{{value}}}""");

        run.Usage.InputTokens.Should().Be(expected);
        run.AdditionalFields.Should().HaveCount(expected == 0 ? 1 : 0);
    }

    [Theory]
    [InlineData("\"9.00\"", "9.00", "9.00")]
    [InlineData("\"+1.\"", "1", "+1.")]
    [InlineData("\".5\"", "0.5", ".5")]
    [InlineData("\"-.25\"", "-0.25", "-.25")]
    [InlineData("\"000120.000\"", "120.000", "000120.000")]
    [InlineData("9.00", "9.00", "9.00")]
    [InlineData("0", "0", "0")]
    [InlineData("1.5E1", "15", "1.5E1")]
    [InlineData("\"0.1234567890123456789012345678\"", "0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("\"1,000.00\"", null, "1,000.00")]
    [InlineData("\"nine\"", null, "nine")]
    [InlineData("\"99999999999999999999999999999999\"", null, "99999999999999999999999999999999")]
    [InlineData("\"\"", null, "")]
    public void Reads_credits_in_every_form_and_keeps_their_text(string value, string? expected, string text)
    {
        RunUsage usage = RunJson.Read($$"""{"charged_credits":{{value}}}""").Usage;

        usage.ChargedCredits.Should().Be(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture));
        usage.ChargedCreditsText.Should().Be(text);
    }

    [Theory]
    [InlineData("""{"submitted":{"a":1}}""", """{"a":1}""")]
    [InlineData("""{"submitted":["a"]}""", """["a"]""")]
    [InlineData("""{"submitted":null}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    public void Hands_on_the_submitted_inputs_as_they_are(string runData, string? expected)
    {
        JsonElement? submitted = RunJson.Read($$"""{"run_data":{{runData}}}""").SubmittedInput;

        (submitted?.GetRawText()).Should().Be(expected);
    }
}
