using System.Text.Json;
using FluentAssertions;
using TaskPlatform.Client.Tests.Serialization;
using Xunit;

namespace TaskPlatform.Client.Tests.Tasks;

public sealed class TaskAnswerTests
{
    private static readonly Guid Revision = Guid.Parse("0196a4c8-9e52-c06f-fb38-6d1e07a2c973");

    private readonly TaskDefinition task = Serializers.Read<TaskDefinition>(TaskAnswers.Complete);

    [Fact]
    public void Reads_every_key_of_a_task()
    {
        task.Id.Should().Be("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");
        task.ProjectId.Should().Be("0192f3a5-01de-b7f4-d0c2-3be418d7a652");
        task.Name.Should().Be("Berry Sorter");
        task.Description.Should().Be("Sorts berries.");
        task.Enabled.Should().BeTrue();
        task.Public.Should().BeTrue();
        task.ExposedToAgents.Should().BeTrue();
        task.SharedWithProject.Should().BeTrue();
        task.OutputModality.Should().Be(OutputModality.Csv);
        task.TaskRunVisibility.Should().Be(RunVisibility.EditorsAndOwners);
        task.Created.Should().Be(new DateTimeOffset(2025, 3, 26, 10, 31, 2, 415, 870, TimeSpan.Zero));
        task.Modified.Should().Be(new DateTimeOffset(2025, 5, 6, 7, 55, 40, TimeSpan.Zero));
        task.Deleted.Should().Be(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero));
        task.AccessToken!.Value.Reveal().Should().Be("made-up-token");
        task.ClonedFromTaskRevisionId.Should().Be(Guid.Parse("0191aaaa-3301-e94e-d17b-20c6b95df401"));
        task.AdditionalFields.Should().BeNull();
    }

    [Fact]
    public void Reads_traffic_and_tags()
    {
        task.ActiveRevisions.Should().HaveCount(2);
        task.ActiveRevisions[0].TaskRevisionId.Should().Be("0195d207-3301-e94e-d17b-20c6b95df401");
        task.ActiveRevisions[0].Weight.Should().Be(0.9);
        task.ActiveRevisions[0].AdditionalFields!["label"].GetString().Should().Be("old");
        task.ActiveRevisions[1].TaskRevisionId.Should().Be(Revision);
        task.ActiveRevisions[1].Weight.Should().BeNull();

        Tag tag = task.Tags.Should().ContainSingle().Subject;
        tag.Id.Should().Be("0195e6f0-12ab-c48d-d7e1-9b3f60a5c812");
        tag.Name.Should().Be("farms");
        tag.Description.Should().Be("All farms");
        tag.ParentId.Should().Be(Guid.Parse("0195e6f0-0000-c48d-d7e1-9b3f60a5c812"));
        tag.EntityType.Should().Be(TagEntityType.Task);
        tag.ProjectId.Should().Be(task.ProjectId);
        tag.CreatedAt.Should().Be(new DateTimeOffset(2025, 3, 30, 8, 4, 11, 900, 347, TimeSpan.Zero));
        tag.Children.Should().ContainSingle().Which.Children.Should().ContainSingle().Which.Name.Should().Be("far");
        tag.IsProjectTag.Should().BeTrue();
        tag.IsGlobalTag.Should().BeFalse();
        tag.TaggedEntities.Should().Equal((ResourceId)task.Id);
    }

    [Fact]
    public void Reads_every_key_of_a_revision()
    {
        TaskRevision revision = task.Revisions.Should().ContainSingle().Subject;
        revision.Id.Should().Be(Revision);
        revision.Created.Should().Be(new DateTimeOffset(2025, 5, 6, 7, 55, 40, 0, 1, TimeSpan.Zero));
        revision.Modified.Should().Be(new DateTimeOffset(2025, 5, 6, 7, 55, 41, TimeSpan.Zero));
        revision.Active.Should().BeTrue();
        revision.SystemPrompt.Should().Be("You sort berries.");
        revision.UserPrompt.Should().Be("Colour: {colour}. Size: {size}.");
        revision.InputParams.Should().Equal("colour", "size");
        revision.LlmModelId.Should().Be(revision.LlmModel!.Id);
        revision.LlmConfig!.Value.GetRawText().Should().Be("""{ "temperature": 0.20, "max_tokens": 900 }""");
        revision.OutputFormat.Should().HaveCount(3);
        revision.TaskForwarderId!.Value.TryGetGuid(out Guid forwarder).Should().BeTrue();
        forwarder.Should().Be("0198a1b2-77cf-e5d4-d310-96b0ec2f48a7");
        revision.FileInputMode.Should().Be(FileInputMode.ImageOrPdf);
        revision.ImageRequired.Should().BeTrue();
        revision.OptimiseImages.Should().BeFalse();
        revision.Test.Should().BeTrue();
        InputProcessor processor = revision.InputProcessors.Should().ContainSingle().Subject;
        processor.ParamName.Should().Be("colour");
        processor.Kind.Should().Be(InputProcessorKind.UrlFetcher);
        processor.Config!.ToJsonString().Should().Be("""{"max_length":6000}""");
        revision.Annotation.Should().Be("First try");
        revision.FallbackLlmModelId.Should().Be(Guid.Parse("01985d90-2b67-f1c3-e09a-47ad5c81be22"));
        revision.FallbackLlmModel!.Name.Should().Be("kestrel-mini");
        revision.FallbackLlmConfig!.Value.GetProperty("temperature").GetDouble().Should().Be(0.1);
        revision.ToolChoice.Should().Be(ToolChoice.Auto);
        revision.TaskMcpToolIds.Should().Equal("019b77c2-40d1-f8ae-e35c-6280bd9f1e47");
        revision.IntegrationToolIds.Should().Equal("019b8104-d7e3-c9f5-e2b6-704a5cd81f93");
        revision.Tags.Should().ContainSingle().Which.EntityType.Should().Be(TagEntityType.TaskRevision);
        revision.AdditionalFields.Should().BeNull();
    }

    [Fact]
    public void Reads_every_key_of_rag()
    {
        RagSettings rag = task.Revisions[0].Rag!;
        rag.CollectionId.Should().Be((ResourceId)"0194bb02-e7f3-d5c1-c06a-72f8d9e3b140");
        rag.RagParam.Should().BeNull();
        rag.RagConfig.Should().Be(new RagConfig
        {
            RewriteMode = RagRewriteMode.None,
            CandidateK = 20,
            FinalK = 6,
            IncludeSources = false,
            MaxContextTokens = 300,
            MaxContextChunks = 2,
            ContextInstruction = "Prices.",
        });
    }

    [Fact]
    public void Reads_every_key_of_a_model()
    {
        LlmModel model = task.Revisions[0].LlmModel!;
        model.Id.Should().Be("01977c3e-51aa-d8e0-c45b-8f20b3d6174e");
        model.Name.Should().Be("heron-2");
        model.Alias.Should().Be("Heron 2");
        model.Provider.Should().Be("Northlight");
        model.Vendor.Should().Be("northlight-eu");
        model.Description.Should().Be("Reads.");
        model.SupportsVision.Should().BeTrue();
        model.SupportsImageOutput.Should().BeFalse();
        model.SupportsPdfVision.Should().BeTrue();
        model.SupportsToolCalling.Should().BeTrue();
        model.SupportsContextCaching.Should().BeFalse();
        model.Price.Should().Be(ModelPrice.Average);
        model.Speed.Should().Be(ModelSpeed.UltraFast);
        model.KnowledgeCutoff.Should().Be("2025-03");
        model.MaxContextWindow.Should().Be(200000);
        model.DisabledParams.Should().Equal("top_p");
        model.PdfVisionConfig!.Value.GetProperty("max_pages").GetInt32().Should().Be(100);
        model.ModelParams!.Value.TryGetProperty("temperature", out _).Should().BeTrue();
        model.Created.Should().Be(new DateTimeOffset(2025, 6, 17, 9, 12, 44, 508, 113, TimeSpan.Zero));
        model.Modified.Should().Be(new DateTimeOffset(2025, 6, 17, 9, 12, 44, TimeSpan.Zero));
        model.Retired.Should().Be(new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));
        model.ReplacedBy.Should().Be(Guid.Parse("01985d90-2b67-f1c3-e09a-47ad5c81be22"));
        model.LlmModelComments.Should().ContainSingle().Which.GetProperty("text").GetString().Should().Be("ok");
    }

    [Fact]
    public void Reads_the_shape_of_2024()
    {
        TaskDefinition old = Serializers.Read<TaskDefinition>(TaskAnswers.Old);
        TaskRevision revision = old.Revisions.Should().ContainSingle().Subject;

        old.ActiveRevisions.Should().BeEmpty();
        old.OutputModality.Should().Be(OutputModality.Json);
        old.TaskRunVisibility.Should().Be(RunVisibility.OwnerOnly);
        revision.TaskForwarderId.Should().Be((ResourceId)"old_forwarder");
        revision.Rag!.CollectionId.Should().Be((ResourceId)"old_collection");
        revision.Rag.RagParam.Should().Be("name");
        revision.Rag.RagConfig.Should().BeNull();
        revision.ImageRequired.Should().BeTrue();
        revision.FileInputMode.Should().Be(FileInputMode.None);
        revision.OptimiseImages.Should().BeTrue();
    }

    [Fact]
    public void Keeps_words_and_keys_it_does_not_know_and_writes_them_back()
    {
        TaskDefinition future = Serializers.Read<TaskDefinition>(TaskAnswers.Future);
        future.OutputModality.Value.Should().Be("video");
        future.TaskRunVisibility.Value.Should().Be("nobody");
        future.AdditionalFields!["retention_days"].GetInt32().Should().Be(30);
        TaskRevision revision = future.Revisions[0];
        revision.FileInputMode.Value.Should().Be("video_or_audio");
        revision.ToolChoice!.Value.Value.Should().Be("none");
        revision.LlmModel!.Price!.Value.Value.Should().Be("free_preview");
        revision.Created.Should().Be(new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero));

        using var written = JsonDocument.Parse(Serializers.Write(future));
        written.RootElement.GetProperty("retention_days").GetInt32().Should().Be(30);
        written.RootElement.GetProperty("output_modality").GetString().Should().Be("video");
        JsonElement writtenRevision = written.RootElement.GetProperty("revisions")[0];
        writtenRevision.GetProperty("cache_policy").GetProperty("ttl_seconds").GetInt32().Should().Be(300);
        writtenRevision.GetProperty("file_input_mode").GetString().Should().Be("video_or_audio");
        writtenRevision.GetProperty("llm_model").GetProperty("supports_audio_output").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void Writes_back_what_it_read()
    {
        string written = Serializers.Write(task);

        Serializers.Write(Serializers.Read<TaskDefinition>(written)).Should().Be(written);
        written.Should().Contain("made-up-token").And.Contain("\"optimise_images\":false").And.Contain("0.20");
    }

    [Fact]
    public void Prints_neither_the_token_nor_prompts()
    {
        string text = $"{task} {task.Revisions[0]} {task.AccessToken} {task.Revisions[0].Rag} {task.Revisions[0].OutputFormat}";

        text.Should().Contain(task.Id.ToString()).And.Contain("***");
        text.Should().NotContainAny("made-up-token", "You sort berries.", "Colour", "Prices.", "First try", "grade");
    }
}
