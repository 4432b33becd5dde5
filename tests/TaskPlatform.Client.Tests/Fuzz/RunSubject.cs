using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskPlatform.Client.Tests.Fuzz;

/// <summary>Runs, with and without an expected modality or a type: what is a JSON object is never lost.</summary>
internal sealed class RunSubject : FuzzSubject
{
    private static readonly JsonTypeInfo<Verdict> Contract = (JsonTypeInfo<Verdict>)new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    }.GetTypeInfo(typeof(Verdict));

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    private static readonly OutputModality?[] Expected =
        [null, null, OutputModality.Json, OutputModality.Text, OutputModality.Csv, OutputModality.Image, OutputModality.Audio, OutputModality.Pdf, new OutputModality("video"), default(OutputModality)];

    private readonly TaskPlatformClient tolerant;
    private readonly TaskPlatformClient strict;
    private FuzzCase? current;

    internal RunSubject()
    {
        TaskPlatformClientOptions options = Options();
        options.ThrowOnRunError = false;
        tolerant = Client(options, () => Answer(current!));
        strict = Client(Options(), () => Answer(current!));
    }

    private protected override async Task<string> CallAsync(FuzzCase one)
    {
        current = one;
        var request = new RunTaskRequest { ExpectedModality = TreeMutator.One(Expected, one.Random) };
        TaskPlatformClient client = one.Random.Next(4) == 0 ? strict : tolerant;
        try
        {
            return one.Random.Next(4) == 0
                ? Checked(one, "typed", (await client.Tasks.RunAsync(SomeId, request, Contract)).Run)
                : Kept(one, "run", await client.Tasks.RunAsync(SomeId, request));
        }
        catch (TaskRunFailedException failure)
        {
            Require(one, failure.Run is not null, "The run is lost to its own error.");
            Checked(one, "", failure, serialized: false);
            return Kept(one, "failed", failure.Run!);
        }
        catch (TaskPlatformSerializationException failure) when (failure.Run is not null)
        {
            Checked(one, "", failure, serialized: false);
            return Kept(one, "misfit", failure.Run);
        }
        catch (TaskPlatformSerializationException failure)
        {
            return Checked(one, failure);
        }
    }

    // What was read is written as it came, and reads again as the same.
    private static string Kept(FuzzCase one, string outcome, TaskRun run)
    {
        Require(one, IsObject(one.Body), "What is no JSON object was read as a run.");
        string written = JsonSerializer.Serialize(run);
        TaskRun again = JsonSerializer.Deserialize<TaskRun>(written, Deep)!;
        Require(one, JsonSerializer.Serialize(again) == written && again.Id == run.Id && again.Usage.ChargedCredits == run.Usage.ChargedCredits, "A run that was written does not read as itself.");
        if (run.Output is JsonOutput json)
        {
            try
            {
                _ = json.Deserialize(Contract);
            }
            catch (JsonException)
            {
                // as promised: the answer does not fit the type
            }
        }

        return Checked(one, outcome, run);
    }

    /// <summary>A type such as a user has.</summary>
    private sealed record Verdict(string? Severity, bool? RefundDue, IReadOnlyList<Step>? Steps, Dictionary<string, List<List<object>>>? More);

    private sealed record Step(string? Name, int Count, DateTimeOffset? At, Guid? Id);
}
