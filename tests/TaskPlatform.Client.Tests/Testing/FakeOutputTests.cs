using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.Testing;

public sealed class FakeOutputTests : IDisposable
{
    private readonly FakeTaskPlatform platform = new();
    private readonly WireClient wire;

    public FakeOutputTests() => wire = new WireClient(platform);

    public void Dispose()
    {
        wire.Dispose();
        platform.Dispose();
    }

    [Fact]
    public async Task Answers_json_in_the_shape_of_the_output_format()
    {
        FakeTask task = platform.AddTask("Grade", t => t.OutputFormat = (JsonObject)JsonNode.Parse(
            """
            {"summary":"str","refund_due":"bool","count":"int","severity":{"type":"str","options":["none","total"]},
             "steps":{"type":"list","item_type":"str"},"items":{"type":"list","nested_structure":{"name":"str"}}}
            """)!);

        WireAnswer answer = await wire.RunAsync(task);

        answer.Json["output_modality"]!.ToString().Should().Be("json");
        answer.Json["response"]!.ToJsonString().Should().Be(
            """{"summary":"summary","refund_due":true,"count":1,"severity":"none","steps":["steps"],"items":[{"name":"name"}]}""");
    }

    [Fact]
    public async Task Answers_text_as_text()
    {
        FakeTask task = platform.AddTask("Rewrite", t => t.Modality = "text");
        task.Answer("Plain words, grüße.");

        WireAnswer answer = await wire.RunAsync(task);

        answer.Json["response"]!.ToString().Should().Be("Plain words, grüße.");
        answer.Text.Should().Contain("grüße", "the service does not escape what JSON lets stand");
    }

    [Theory]
    [InlineData("image", "image_name", "image/png")]
    [InlineData("audio", "audio_name", "audio/mpeg")]
    public async Task Names_a_picture_or_a_sound_in_the_response(string modality, string key, string contentType)
    {
        FakeTask task = platform.AddTask("Make", t => t.Modality = modality);

        WireAnswer answer = await wire.RunAsync(task);
        WireAnswer file = await wire.GetFileAsync(answer.Json["response"]!["download_url"]!.ToString());

        FakeFile produced = task.Runs.Single().Produced.Single();
        answer.Json["response"]![key]!.ToString().Should().Be(produced.StoredName);
        answer.Json["files"]!.AsArray().Should().BeEmpty();
        file.Headers["Content-Type"].Should().Be(contentType);
        file.Body.Should().Equal(produced.Content.ToArray());
    }

    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("csv", "text/csv")]
    public async Task Lists_a_document_or_a_table_among_the_files(string modality, string contentType)
    {
        FakeTask task = platform.AddTask("Make", t => t.Modality = modality);

        WireAnswer answer = await wire.RunAsync(task);
        JsonNode entry = answer.Json["files"]!.AsArray().Single()!;
        WireAnswer file = await wire.GetFileAsync(entry["download_url"]!.ToString());

        entry["content_type"]!.ToString().Should().Be(contentType);
        entry["size_bytes"]!.GetValue<int>().Should().Be(file.Body.Length);
        file.Headers["Content-Type"].Should().Be(contentType);
        answer.Json["response"]!.ToString().Should().Be(modality == "pdf" ? entry["original_filename"]!.ToString() : file.Text);
    }

    [Fact]
    public async Task Keeps_a_table_the_test_answered_as_a_file_too()
    {
        FakeTask task = platform.AddTask("Meter", t => t.Modality = "csv");
        task.Answer("meter,reading\nA-17,4410\n");

        WireAnswer answer = await wire.RunAsync(task);
        WireAnswer file = await wire.GetFileAsync(answer.Json["files"]![0]!["download_url"]!.ToString());

        file.Text.Should().Be("meter,reading\nA-17,4410\n");
    }

    [Fact]
    public async Task Produces_the_file_the_test_gave()
    {
        FakeTask task = platform.AddTask("Poster", t => t.Modality = "image");
        task.AnswerFile(new FakeFile("poster.jpg", new byte[] { 1, 2, 3 }));

        WireAnswer answer = await wire.RunAsync(task);
        WireAnswer file = await wire.GetFileAsync(answer.Json["response"]!["download_url"]!.ToString());

        answer.Json["response"]!["content_type"]!.ToString().Should().Be("image/jpeg");
        file.Body.Should().Equal(1, 2, 3);
        file.Headers["Content-Disposition"].Should().StartWith("attachment").And.Contain("poster.jpg");
    }

    [Fact]
    public async Task Shows_a_file_inline_when_asked_to()
    {
        FakeTask task = platform.AddTask("Poster", t => t.Modality = "image");
        WireAnswer answer = await wire.RunAsync(task);

        WireAnswer file = await wire.GetFileAsync($"{answer.Json["response"]!["download_url"]}?inline=true");

        file.Headers["Content-Disposition"].Should().StartWith("inline");
    }

    [Fact]
    public async Task Answers_a_JSON_null_when_told_to()
    {
        FakeTask task = platform.AddTask("Nothing");
        task.Answer(null);

        WireAnswer answer = await wire.RunAsync(task);

        answer.Json.AsObject().ContainsKey("response").Should().BeTrue();
        answer.Json["response"].Should().BeNull();
    }

    [Fact]
    public async Task Keeps_uploads_and_serves_them()
    {
        FakeTask task = platform.AddTask("Look");

        WireAnswer answer = await wire.RunAsync(task, """{"task_input":{},"task_files":[{"filename":"front ä.jpg","content":"AAEC"}]}""");
        JsonNode entry = answer.Json["files"]!.AsArray().Single()!;
        WireAnswer file = await wire.GetFileAsync(entry["download_url"]!.ToString());

        entry["original_filename"]!.ToString().Should().Be("front ä.jpg");
        answer.Json["run_data"]!["files"]![0]!.ToString().Should().Be(entry["stored_filename"]!.ToString());
        file.Body.Should().Equal(0, 1, 2);
        file.Headers["Content-Type"].Should().Be("image/jpeg");
    }

    [Theory]
    [InlineData("run/{0}/file/none.png", "File not found")]
    [InlineData("run/0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa/file/none.png", "Task run not found")]
    public async Task Does_not_find_a_file_it_does_not_have(string path, string detail)
    {
        FakeTask task = platform.AddTask("Greet");
        WireAnswer run = await wire.RunAsync(task);

        WireAnswer answer = await wire.GetFileAsync(
            $"{wire.ProjectPath}/task/{task.Id}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, path, run.Json["id"])}");

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Json["detail"]!.ToString().Should().Be(detail);
    }
}
