using FluentAssertions;
using Xunit;

namespace TaskPlatform.Client.Tests.Runs;

public sealed class TaskOutputTests
{
    private const string Pdf = """{"stored_filename":"p.pdf","content_type":"application/pdf"}""";
    private const string Csv = """{"stored_filename":"t.csv","content_type":"text/csv; charset=utf-8"}""";

    [Theory]
    [InlineData("json", """{"a":1}""", typeof(JsonOutput))]
    [InlineData("json", "[]", typeof(JsonOutput))]
    [InlineData("json", "\"text\"", typeof(JsonOutput))]
    [InlineData("json", "0", typeof(JsonOutput))]
    [InlineData("json", "false", typeof(JsonOutput))]
    [InlineData("json", "null", typeof(UnknownOutput))]
    [InlineData("text", "\"text\"", typeof(TextOutput))]
    [InlineData("text", "\"\"", typeof(TextOutput))]
    [InlineData("text", """{"a":1}""", typeof(UnknownOutput))]
    [InlineData("text", "null", typeof(UnknownOutput))]
    [InlineData("csv", "\"a,b\\n\"", typeof(CsvOutput))]
    [InlineData("csv", """{"csv_name":"t.csv"}""", typeof(CsvOutput))]
    [InlineData("csv", """{"csv_name":7}""", typeof(UnknownOutput))]
    [InlineData("csv", "[[1,2]]", typeof(UnknownOutput))]
    [InlineData("image", """{"image_name":"i.png","prompt":"an umbrella"}""", typeof(ImageOutput))]
    [InlineData("image", """{"audio_name":"a.mp3"}""", typeof(UnknownOutput))]
    [InlineData("image", "\"i.png\"", typeof(UnknownOutput))]
    [InlineData("audio", """{"audio_name":"a.mp3"}""", typeof(AudioOutput))]
    [InlineData("audio", """{"audio_name":null}""", typeof(UnknownOutput))]
    [InlineData("pdf", """{"pdf_name":"p.pdf"}""", typeof(PdfOutput))]
    [InlineData("pdf", "\"p.pdf\"", typeof(UnknownOutput))]
    [InlineData("video", """{"video_name":"v.mp4"}""", typeof(UnknownOutput))]
    [InlineData("JSON", "{}", typeof(UnknownOutput))]
    public void Goes_by_the_word_of_the_answer_when_there_is_one(string modality, string response, Type expected)
    {
        TaskRun run = RunJson.Read($$"""{"output_modality":"{{modality}}","response":{{response}}}""")
            .WithExpectedModality(OutputModality.Audio);

        run.ModalitySource.Should().Be(ModalitySource.Answer);
        BeOutput(run, expected, modality, response);
    }

    [Theory]
    [InlineData("text", "\"text\"", typeof(TextOutput))]
    [InlineData("json", "\"text\"", typeof(JsonOutput))]
    [InlineData("json", """{"image_name":"i.png"}""", typeof(JsonOutput))]
    [InlineData("image", """{"image_name":"i.png","mood":"dark"}""", typeof(ImageOutput))]
    [InlineData("csv", "\"a,b\\n\"", typeof(CsvOutput))]
    [InlineData("text", "{}", typeof(UnknownOutput))]
    public void Goes_by_what_the_caller_expects_when_the_answer_has_no_word(string expectedModality, string response, Type expected)
    {
        TaskRun run = RunJson.Read($$"""{"output_modality":null,"response":{{response}}}""").WithExpectedModality(new OutputModality(expectedModality));

        run.ModalitySource.Should().Be(ModalitySource.Expected);
        BeOutput(run, expected, expectedModality, response);
    }

    [Theory]
    [InlineData("""{"image_name":"i.png"}""", typeof(ImageOutput), "image")]
    [InlineData("""{"content_type":"image/png","image_name":"i.png","download_url":null,"size_bytes":1,"original_filename":"o","stored_filename":"s"}""", typeof(ImageOutput), "image")]
    [InlineData("""{"audio_name":"a.mp3"}""", typeof(AudioOutput), "audio")]
    [InlineData("""{"pdf_name":"p.pdf"}""", typeof(PdfOutput), "pdf")]
    [InlineData("""{"csv_name":"t.csv"}""", typeof(CsvOutput), "csv")]
    [InlineData("""{"image_name":"i.png","mood":"dark"}""", typeof(JsonOutput), "json")]
    [InlineData("""{"image_name":"i.png","audio_name":"a.mp3"}""", typeof(JsonOutput), "json")]
    [InlineData("""{"image_name":7}""", typeof(JsonOutput), "json")]
    [InlineData("""{"content_type":"image/png","download_url":"/x"}""", typeof(JsonOutput), "json")]
    [InlineData("{}", typeof(JsonOutput), "json")]
    [InlineData("[1,2]", typeof(JsonOutput), "json")]
    [InlineData("\"text\"", typeof(TextOutput), "text")]
    public void Goes_by_the_look_of_the_answer_when_nobody_says(string response, Type expected, string modality)
    {
        TaskRun run = RunJson.Read($$"""{"response":{{response}}}""");

        run.ModalitySource.Should().Be(ModalitySource.Shape);
        BeOutput(run, expected, modality, response);
    }

    [Theory]
    [InlineData("application/pdf", typeof(PdfOutput), "pdf")]
    [InlineData("Application/PDF; version=1.7", typeof(PdfOutput), "pdf")]
    [InlineData("text/csv", typeof(CsvOutput), "csv")]
    [InlineData("text/plain", typeof(TextOutput), "text")]
    [InlineData("application/json", typeof(JsonOutput), "json")]
    [InlineData("image/png", typeof(UnknownOutput), "image")]
    [InlineData("audio/mpeg", typeof(UnknownOutput), "audio")]
    [InlineData("application/zip", typeof(UnknownOutput), "")]
    public void Goes_by_the_one_generated_file_when_the_answer_is_a_string(string contentType, Type expected, string modality)
    {
        TaskRun run = RunJson.Read($$"""
            {
              "response": "done",
              "files": [
                {"stored_filename":"in.png","content_type":"image/png","source":"input"},
                {"stored_filename":"out","content_type":"{{contentType}}","source":"generated"}
              ]
            }
            """);

        run.ModalitySource.Should().Be(ModalitySource.File);
        BeOutput(run, expected, modality, "\"done\"");
    }

    [Theory]
    [InlineData("""{"content_type":"image/png","source":"input"}""")]
    [InlineData("""{"content_type":"image/png"}""")]
    [InlineData("""{"source":"generated"}""")]
    [InlineData("""{"content_type":"image/png","source":"generated"},{"content_type":"application/pdf","source":"generated"}""")]
    public void Takes_a_string_for_text_when_no_single_generated_file_tells(string files)
    {
        TaskRun run = RunJson.Read($$"""{"response":"done","files":[{{files}}]}""");

        run.ModalitySource.Should().Be(ModalitySource.Shape);
        run.Output.Should().BeOfType<TextOutput>().Which.Text.Should().Be("done");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("null")]
    public void Knows_no_modality_for_anything_else(string response)
    {
        TaskRun run = RunJson.Read($$"""{"response":{{response}}}""");

        run.ModalitySource.Should().Be(ModalitySource.Unknown);
        BeOutput(run, typeof(UnknownOutput), "", response);
    }

    [Theory]
    [InlineData("\"p.pdf\"")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("null")]
    public void Takes_any_answer_for_a_pdf_when_exactly_one_file_is_one(string response)
    {
        TaskRun run = RunJson.Read($$"""{"output_modality":"pdf","response":{{response}},"files":[{{Csv}},{{Pdf}}]}""");

        run.Output.Should().BeOfType<PdfOutput>().Which.File.Should().BeSameAs(run.Files[1]);
        RunJson.Read($$"""{"output_modality":"pdf","response":{{response}},"files":[{{Pdf}},{{Pdf}}]}""").Output.Should().BeOfType<UnknownOutput>();
    }

    [Fact]
    public void Finds_the_file_of_a_table_beside_its_text()
    {
        TaskRun run = RunJson.Read($$"""{"output_modality":"csv","response":"a,b\n","files":[{{Pdf}},{{Csv}}]}""");

        CsvOutput csv = run.Output.Should().BeOfType<CsvOutput>().Subject;
        csv.Text.Should().Be("a,b\n");
        csv.File.Should().BeSameAs(run.Files[1]);
        RunJson.Read($$"""{"output_modality":"csv","response":"a,b\n","files":[{{Csv}},{{Csv}}]}""").Output
            .Should().BeOfType<CsvOutput>().Which.File.Should().BeNull();
    }

    [Fact]
    public void Finds_the_only_file_of_a_type_when_the_name_is_empty()
    {
        RunFile? pdf = ((PdfOutput)RunJson.Read($$"""{"output_modality":"pdf","response":{"pdf_name":""},"files":[{{Pdf}},{{Csv}}]}""").Output).File;
        var csv = (CsvOutput)RunJson.Read($$"""{"output_modality":"csv","response":{"csv_name":""},"files":[{{Pdf}},{{Csv}}]}""").Output;

        pdf!.StoredFilename.Should().Be("p.pdf");
        csv.File!.StoredFilename.Should().Be("t.csv");
        csv.Text.Should().BeNull();
        ((ImageOutput)RunJson.Read("""{"response":{"image_name":""}}""").Output).File.Should().BeNull();
        ((AudioOutput)RunJson.Read("""{"response":{"audio_name":""}}""").Output).File.Should().BeNull();
    }

    [Fact]
    public void Describes_the_named_file_by_the_answer_when_the_run_lists_it_not()
    {
        TaskRun run = RunJson.Read("""{"response":{"image_name":"i.png","content_type":"image/png","download_url":"/org/i.png","size_bytes":12},"files":[]}""");

        RunFile file = ((ImageOutput)run.Output).File!;
        file.StoredFilename.Should().Be("i.png");
        file.ContentType.Should().Be("image/png");
        file.DownloadUrl.Should().Be("/org/i.png");
        file.SizeBytes.Should().Be(12);
    }

    [Fact]
    public void Takes_the_named_file_from_the_list_when_it_is_there()
    {
        TaskRun run = RunJson.Read("""
            {"response":{"audio_name":"a.mp3"},"files":[{"stored_filename":"b.mp3"},{"stored_filename":"a.mp3","size_bytes":7}]}
            """);

        ((AudioOutput)run.Output).File.Should().BeSameAs(run.Files[1]);
    }

    [Fact]
    public void Is_still_there_to_be_read_raw_when_it_is_unknown()
    {
        TaskRun run = RunJson.Read("""{"output_modality":"video","response":{"video_name":"v.mp4"},"extra":1}""");

        run.Output.Raw.GetRawText().Should().Be("""{"video_name":"v.mp4"}""");
        run.Raw.GetProperty("extra").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("json", "{}", "json")]
    [InlineData("text", "\"t\"", "text")]
    [InlineData("csv", "\"c\"", "csv")]
    [InlineData("image", """{"image_name":"i"}""", "image")]
    [InlineData("audio", """{"audio_name":"a"}""", "audio")]
    [InlineData("pdf", """{"pdf_name":"p"}""", "pdf")]
    [InlineData("video", "{}", "otherwise")]
    public void Matches_the_function_of_its_kind(string modality, string response, string expected)
    {
        TaskOutput output = RunJson.Read($$"""{"output_modality":"{{modality}}","response":{{response}}}""").Output;

        output.Match(_ => "json", _ => "text", _ => "csv", _ => "image", _ => "audio", _ => "pdf", _ => "otherwise").Should().Be(expected);
    }

    private static void BeOutput(TaskRun run, Type expected, string modality, string response)
    {
        run.Output.Should().BeOfType(expected);
        run.Output.Modality.Value.Should().Be(modality);
        run.Output.Raw.GetRawText().Should().Be(response);
        run.Output.ToString().Should().Be(expected.Name);
    }
}
