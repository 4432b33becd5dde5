using System.Text;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>What stands under <c>response</c>, in the shape each modality has; a run that was not told what to answer gets a small sample.</summary>
internal static class ModalityAnswer
{
    public static JsonNode? For(RunPlan plan)
    {
        FakeRunContext run = plan.Context;
        ScriptedAnswer script = plan.Task.Script.Answer;
        JsonNode? told = script.Respond(run)?.DeepClone();
        if (script.Literal || told is not null)
        {
            if (run.Modality == "csv" && run.Produced.Count == 0 && Json.Text(told) is { } table)
            {
                run.AddFile(new FakeFile("output.csv", table));
            }

            return told;
        }

        return run.Modality switch
        {
            "json" => SampleAnswer.Of(run.OutputFormat),
            "image" => Named(run, "image_name", SampleFiles.Image),
            "audio" => Named(run, "audio_name", SampleFiles.Audio),
            "pdf" => File(run, SampleFiles.Pdf).FileName,
            "csv" => Encoding.UTF8.GetString(File(run, SampleFiles.Csv).Content.Span),
            _ => $"Answer to: {run.Prompt}",
        };
    }

    private static FakeFile File(FakeRunContext run, FakeFile sample) => run.Produced.Count > 0 ? run.Produced[0] : run.AddFile(sample);

    private static JsonObject Named(FakeRunContext run, string key, FakeFile sample)
    {
        FakeFile file = File(run, sample);
        return new JsonObject { [key] = file.StoredName, ["content_type"] = file.ContentType };
    }
}
