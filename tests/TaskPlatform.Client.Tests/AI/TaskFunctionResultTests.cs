using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.AI;
using TaskPlatform.Client.AI;
using TaskPlatform.Client.Testing;
using Xunit;

namespace TaskPlatform.Client.Tests.AI;

public sealed class TaskFunctionResultTests : IDisposable
{
    private readonly FunctionLab lab = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Json_is_an_element()
    {
        FakeTask task = Add("json");
        task.Answer(new JsonObject { ["text"] = "Hola" });

        (await CallAsync(task)).Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be("""{"text":"Hola"}""");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("csv")]
    public async Task Text_and_tables_are_texts(string modality)
    {
        FakeTask task = Add(modality);
        task.Answer("a,b\n1,2\n");

        (await CallAsync(task)).Should().Be("a,b\n1,2\n");
    }

    [Fact]
    public async Task A_table_in_a_file_is_its_text()
    {
        FakeTask task = Add("csv");
        task.Respond(static run => new JsonObject { ["csv_name"] = run.AddFile(new FakeFile("t.csv", "a,b\n1,ü\n")).StoredName });

        (await CallAsync(task)).Should().Be("a,b\n1,ü\n");
    }

    [Theory]
    [InlineData("image", "poster.png", "image/png")]
    [InlineData("audio", "speech.mp3", "audio/mpeg")]
    [InlineData("pdf", "invoice.pdf", "application/pdf")]
    public async Task Files_are_fetched(string modality, string name, string type)
    {
        FakeTask task = Add(modality);
        task.AnswerFile(new FakeFile(name, new byte[] { 1, 2, 3 }));

        DataContent content = (await CallAsync(task)).Should().BeOfType<DataContent>().Subject;

        content.MediaType.Should().Be(type);
        content.Name.Should().NotBeNullOrEmpty();
        content.Data.ToArray().Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task A_media_type_that_is_none_does_not_lose_the_file()
    {
        FakeTask task = Add("image");
        task.Respond(static run => new JsonObject { ["image_name"] = run.AddFile(new FakeFile("p.png", new byte[] { 1 })).StoredName, ["content_type"] = "no type at all" });

        (await CallAsync(task)).Should().BeOfType<DataContent>().Which.MediaType.Should().Be("application/octet-stream");
    }

    [Theory]
    [InlineData(2, "because of its size")]
    [InlineData(0, "because of its size")]
    public async Task A_file_that_is_too_large_gives_a_note(int limit, string note)
    {
        FakeTask task = Add("pdf");
        task.AnswerFile(new FakeFile("invoice.pdf", new byte[] { 1, 2, 3 }));

        JsonElement result = Note(await CallAsync(task, new TaskFunctionOptions { MaxFileBytes = limit }));

        result.GetProperty("note").GetString().Should().Contain(note);
        result.GetProperty("task_run_id").GetGuid().Should().Be(task.Runs[0].Id);
        result.GetProperty("file_name").GetString().Should().Be(task.Runs[0].Produced[0].StoredName);
    }

    [Fact]
    public async Task A_file_whose_size_was_not_told_is_measured_while_it_comes()
    {
        FakeTask task = Add("image");
        task.Respond(static run => new JsonObject { ["image_name"] = run.AddFile(new FakeFile("p.png", new byte[] { 1, 2, 3 })).StoredName });

        Note(await CallAsync(task, new TaskFunctionOptions { MaxFileBytes = 2 })).GetProperty("note").GetString().Should().Contain("because of its size");
    }

    [Fact]
    public async Task A_file_that_can_not_be_fetched_gives_a_note_since_the_run_is_paid_for()
    {
        FakeTask task = Add("image");
        lab.Platform.RespondNext(FakeOperation.DownloadFile, HttpStatusCode.NotFound);

        Note(await CallAsync(task)).GetProperty("note").GetString().Should().Contain("could not be fetched");
        lab.Told.Should().ContainSingle().Which.Error.Should().BeNull();
    }

    [Fact]
    public async Task An_answer_without_a_file_gives_a_note()
    {
        FakeTask task = Add("image");
        task.Answer(new JsonObject { ["image_name"] = "" });

        JsonElement result = Note(await CallAsync(task));

        result.GetProperty("note").GetString().Should().Contain("names no file");
        result.GetProperty("file_name").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_does_not_fit_its_modality_comes_as_it_is()
    {
        FakeTask task = Add("text");
        task.Answer(new JsonObject { ["odd"] = 1 });

        (await CallAsync(task)).Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be("""{"odd":1}""");
    }

    private FakeTask Add(string modality) => lab.Add(prompt: "", modality: modality);

    private async Task<object?> CallAsync(FakeTask task, TaskFunctionOptions? options = null) =>
        await lab.Function(task, options).InvokeAsync(cancellationToken: Token);

    private static JsonElement Note(object? result) => result.Should().BeOfType<JsonElement>().Subject;
}
