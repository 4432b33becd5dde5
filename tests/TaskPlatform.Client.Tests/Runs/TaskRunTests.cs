using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class TaskRunTests
{
    [Fact]
    public void Reads_every_key_of_an_answer()
    {
        TaskRun run = RunJson.Read(RunJson.Golden);

        run.Id.Should().Be(Guid.Parse("0197be10-64a8-f2c1-d95e-08b7a34ce1f6"));
        run.TaskId.Should().Be(Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa"));
        run.RevisionId.Should().Be(Guid.Parse("0196a4c8-9e52-c06f-fb38-6d1e07a2c973"));
        run.TaskName.Should().Be("Parcel Damage Triage");
        run.ModelName.Should().Be("heron-2-medium");
        run.OutputModality.Should().Be(OutputModality.Json);
        run.ModalitySource.Should().Be(ModalitySource.Answer);
        run.Output.Should().BeOfType<JsonOutput>().Which.Raw.GetProperty("severity").GetString().Should().Be("partial");
        run.RunData.GetProperty("damage_note_preprocessed").GetString().Should().Be("One corner crushed.");
        run.SubmittedInput!.Value.GetProperty("carrier").GetString().Should().Be("Greyline");
        run.Created.Should().Be(new DateTimeOffset(2025, 6, 30, 12, 14, 9, 331, 204, TimeSpan.Zero));
        run.IsError.Should().BeTrue();
        run.LlmRetries.Should().Be(2);
        run.UserId.Should().Be(Guid.Parse("0192f3a4-9b21-d6e7-fa08-c41d35be9027"));
        run.Reference.Should().Be("claim-2025-00418");
        run.ContextId.Should().Be("claims-june");
        run.ReportingGroupId.Should().Be(Guid.Parse("0196b1d3-8c04-eaf2-c561-7de9a402b835"));
        run.EventTriggerIds.Should().Equal("trigger-1", "0197be10-64a8-f2c1-d95e-08b7a34ce1f7");
        run.AdditionalFields.Should().BeEmpty();
        run.Response.Should().BeNull();
    }

    [Fact]
    public void Reads_every_key_of_what_a_run_took()
    {
        RunUsage usage = RunJson.Read(RunJson.Golden).Usage;

        usage.InputTokens.Should().Be(412);
        usage.OutputTokens.Should().Be(96);
        usage.TotalTokens.Should().Be(508);
        usage.ChargedCredits.Should().Be(3.40m);
        usage.ChargedCreditsText.Should().Be("3.40");
        usage.InputProcessorChargedCredits.Should().Be(0.10m);
        usage.InputProcessorChargedCreditsText.Should().Be("0.10");
        usage.InputProcessorSeconds.Should().Be(0.000211500097066164);
        usage.LlmCallSeconds.Should().Be(2.914377819001675);
        usage.RagRetrievalSeconds.Should().Be(0.25);
        usage.McpToolSeconds.Should().Be(1.5);
        usage.RagQueryRewriteInputTokens.Should().Be(11);
        usage.RagQueryRewriteOutputTokens.Should().Be(12);
        usage.RagQueryRewriteTotalTokens.Should().Be(23);
    }

    [Fact]
    public void Reads_every_key_of_the_fallback()
    {
        RunFallback fallback = RunJson.Read(RunJson.Golden).Fallback;

        fallback.Used.Should().BeTrue();
        fallback.By.Should().Be(FallbackOrigin.Platform);
        fallback.PrimaryFailureReason.Should().Be("rate limited by the provider");
        fallback.ModelId.Should().Be(Guid.Parse("01985d90-2b67-f1c3-e09a-47ad5c81be22"));
        fallback.PrimaryRun.Should().BeNull();
        fallback.PrimaryError.Should().BeNull();
    }

    [Fact]
    public void Reads_every_key_of_a_file()
    {
        RunFile file = RunJson.Read(RunJson.Golden).Files.Should().ContainSingle().Subject;

        file.OriginalFilename.Should().Be("parcel-front.jpg");
        file.StoredFilename.Should().Be("e07b5a19-42cd-4f86-9c3e-1b8a60d7f254.jpg");
        file.ContentType.Should().Be("image/jpeg");
        file.DownloadUrl.Should().Be("/org/o/project/p/task/t/run/r/file/e07b5a19-42cd-4f86-9c3e-1b8a60d7f254.jpg");
        file.SizeBytes.Should().Be(184320);
        file.Source.Should().Be(RunFileSource.Input);
        file.SourceTaskName.Should().Be("Photographer");
        file.SourceTaskRunId.Should().Be(Guid.Parse("0197be2c-9d31-e0b7-c8a4-f61d2e5907bc"));
        file.AdditionalFields.Should().BeEmpty();
    }

    [Fact]
    public void Reads_every_key_of_the_reporting_group()
    {
        ReportingGroup group = RunJson.Read(RunJson.Golden).ReportingGroup!;

        group.Id.Should().Be(Guid.Parse("0196b1d3-8c04-eaf2-c561-7de9a402b835"));
        group.ProjectId.Should().Be(Guid.Parse("0192f3a5-01de-b7f4-d0c2-3be418d7a652"));
        group.Name.Should().Be("leith-depot");
        group.Description.Should().Be("The depot in Leith");
        group.Created.Should().Be(new DateTimeOffset(2025, 5, 8, 20, 1, 55, 710, 66, TimeSpan.Zero));
        group.Modified.Should().Be(new DateTimeOffset(2025, 5, 9, 20, 1, 55, TimeSpan.Zero));
        group.AdditionalFields.Should().BeEmpty();
    }

    [Fact]
    public void Knows_the_keys_that_the_contract_lists()
    {
        using JsonDocument golden = JsonDocument.Parse(RunJson.Golden);
        golden.RootElement.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(RunJson.Keys);
        golden.RootElement.GetProperty("files")[0].EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(RunJson.FileKeys);
        golden.RootElement.GetProperty("reporting_group").EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(RunJson.ReportingGroupKeys);

        RunJson.Read(RunJson.WithEach([.. RunJson.Keys, "unheard_of"], "null")).AdditionalFields.Keys.Should().Equal("unheard_of");
        JsonSerializer.Deserialize<RunFile>(RunJson.WithEach([.. RunJson.FileKeys, "unheard_of"], "null"))!.AdditionalFields.Keys.Should().Equal("unheard_of");
        JsonSerializer.Deserialize<ReportingGroup>(RunJson.WithEach([.. RunJson.ReportingGroupKeys, "unheard_of"], "null"))!.AdditionalFields.Keys.Should().Equal("unheard_of");
    }

    [Fact]
    public void Reads_the_shape_of_early_2025()
    {
        TaskRun run = RunJson.Read("""
            {
              "task_id": "0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa",
              "task_revision_id": "0195d207-3301-e94e-d17b-20c6b95df401",
              "response": { "severity": "none" },
              "run_data": { "submitted": { "carrier": "Greyline" }, "files": ["e07b5a19.jpg"] },
              "id": "0195d20e-58c7-e3a1-d6f0-b92c41d7e085",
              "created": "2025-03-26T10:39:58.220419Z",
              "input_tokens": 288,
              "output_tokens": 22,
              "total_tokens": 310,
              "input_processor_timing": 0.0001,
              "llm_call_timing": 1.1,
              "charged_credits": "9.00"
            }
            """);

        run.Output.Should().BeOfType<JsonOutput>();
        run.OutputModality.Should().BeNull();
        run.ModalitySource.Should().Be(ModalitySource.Shape);
        run.Usage.ChargedCredits.Should().Be(9.00m);
        run.TotalChargedCredits.Should().Be(9.00m);
        run.IsError.Should().BeFalse();
        run.Fallback.Used.Should().BeFalse();
        run.Fallback.By.Should().BeNull();
        run.Files.Should().BeEmpty();
        run.AdditionalFields.Should().BeEmpty();
    }

    [Fact]
    public void Reads_words_and_keys_that_are_newer_than_this_version()
    {
        TaskRun run = RunJson.Read("""
            {
              "id": "01a0c5f3-9ab0-d7e2-c4f8-60b1d29e57ac",
              "output_modality": "video",
              "response": { "video_name": "0cbe7f61.mp4", "duration_seconds": 8 },
              "run_data": { "submitted": { "theme": "snow" }, "trace": { "region": "eu-west", "attempts": [1, 2] } },
              "created": "2026-09-01T06:04:30+01:00",
              "cached_tokens": 4,
              "charged_credits": "120.000",
              "files": [{ "stored_filename": "a.mp4", "frames": 240 }]
            }
            """);

        run.OutputModality!.Value.Value.Should().Be("video");
        run.Output.Should().BeOfType<UnknownOutput>();
        run.Output.Modality.Value.Should().Be("video");
        run.Output.Raw.GetProperty("video_name").GetString().Should().Be("0cbe7f61.mp4");
        run.Created.Should().Be(new DateTimeOffset(2026, 9, 1, 6, 4, 30, TimeSpan.FromHours(1)));
        run.Usage.ChargedCredits.Should().Be(120m);
        run.AdditionalFields.Should().ContainSingle().Which.Value.GetInt32().Should().Be(4);
        run.Files[0].AdditionalFields["frames"].GetInt32().Should().Be(240);
    }

    [Fact]
    public void Can_be_read_member_by_member_when_the_answer_is_empty() => BeEmpty(RunJson.Read("{}"));

    [Fact]
    public void Can_be_read_member_by_member_when_every_key_is_null() => BeEmpty(RunJson.Read(RunJson.WithEach(RunJson.Keys, "null")));

    [Fact]
    public void Adds_the_credits_of_the_run_that_failed_first()
    {
        TaskRun first = RunJson.Read("""{"charged_credits":"1.15"}""");
        TaskRun second = RunJson.Read("""{"charged_credits":"2.05"}""");
        TaskRun free = RunJson.Read("{}");

        After(second, first).TotalChargedCredits.Should().Be(3.20m);
        After(free, first).TotalChargedCredits.Should().Be(1.15m);
        After(second, free).TotalChargedCredits.Should().Be(2.05m);
        After(free, free).TotalChargedCredits.Should().BeNull();

        static TaskRun After(TaskRun run, TaskRun before) => run.WithFallback(run.Fallback with { PrimaryRun = before });
    }

    [Fact]
    public void Shows_ids_and_never_content()
    {
        TaskRun run = RunJson.Read(RunJson.Golden);
        var typed = new TaskRun<string>("partial", run);

        string shown = $"{run} {run.Output} {run.Fallback} {run.Files[0]} {run.ReportingGroup} {run.Usage} {typed}";

        shown.Should().Contain(run.Id.ToString());
        foreach (string content in (string[])["partial", "crushed", "Greyline", "claim", "leith", "depot", "parcel", "e07b5a19", "limited", "Photographer", "trigger"])
        {
            shown.Should().NotContainEquivalentOf(content);
        }
    }

    [Fact]
    public void Comes_apart_into_the_typed_value_and_the_run()
    {
        TaskRun run = RunJson.Read(RunJson.Golden);

        (int value, TaskRun same) = new TaskRun<int>(7, run);

        value.Should().Be(7);
        same.Should().BeSameAs(run);
    }

    private static void BeEmpty(TaskRun run)
    {
        run.Id.Should().BeEmpty();
        run.TaskId.Should().BeEmpty();
        run.RevisionId.Should().BeEmpty();
        run.Created.Should().Be(default);
        run.TaskName.Should().BeNull();
        run.ModelName.Should().BeNull();
        run.OutputModality.Should().BeNull();
        run.ModalitySource.Should().Be(ModalitySource.Unknown);
        run.Output.Should().BeOfType<UnknownOutput>();
        run.Output.Modality.Value.Should().BeEmpty();
        run.Output.Raw.ValueKind.Should().Be(JsonValueKind.Null);
        run.RunData.ValueKind.Should().Be(JsonValueKind.Null);
        run.SubmittedInput.Should().BeNull();
        run.Files.Should().BeEmpty();
        run.EventTriggerIds.Should().BeEmpty();
        run.IsError.Should().BeFalse();
        run.LlmRetries.Should().Be(0);
        run.UserId.Should().BeNull();
        run.Reference.Should().BeNull();
        run.ContextId.Should().BeNull();
        run.ReportingGroupId.Should().BeNull();
        run.ReportingGroup.Should().BeNull();
        run.TotalChargedCredits.Should().BeNull();
        run.Usage.Should().Be(new RunUsage());
        run.Fallback.Should().Be(new RunFallback());
        run.AdditionalFields.Should().BeEmpty();
        run.Raw.ValueKind.Should().Be(JsonValueKind.Object);
        run.ToString().Should().NotBeEmpty();
    }
}
