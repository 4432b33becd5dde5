using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Tasks;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary>A run that nothing stands against any more: everything is decided but the answer itself.</summary>
internal sealed record RunPlan(FakeTask Task, FakeTaskRevision Revision, RunRequest Request, FakeRunContext Context)
{
    /// <summary>Why the primary model failed; null when it was not asked, or answered.</summary>
    public ModelFailure? PrimaryFailure { get; private init; }

    /// <summary>Why the run as a whole has no answer; null when it has one.</summary>
    public ModelFailure? Failure { get; private init; }

    public static RunPlan Make(PlatformState state, Exchange call)
    {
        FakeTask task = state.Task(call);
        RunRequest request = RunRequest.Read(call);
        if (!Json.Flag(task.Root["enabled"]))
        {
            throw Refusal.Because(HttpStatusCode.BadRequest, "TASK_DISABLED", "The task is not enabled.");
        }

        FakeTaskRevision revision = RevisionChoice.Choose(task, request.Query, state.Random);
        CheckAgainst(revision, request);

        bool asked = request.Query.UseFallbackModel;
        ModelFailure? primary = asked ? null : task.Script.TakePrimaryFailure();
        bool fallback = asked || (primary is not null && revision.HasFallback && task.FallsBack);
        return new RunPlan(task, revision, request, ContextOf(state, task, revision, request, fallback))
        {
            PrimaryFailure = primary,
            Failure = fallback ? task.Script.TakeFallbackFailure() : primary,
        };
    }

    private static void CheckAgainst(FakeTaskRevision revision, RunRequest request)
    {
        var issues = new IssueList();
        HashSet<string> variables = [.. RevisionDocument.Variables(revision.Document)];
        foreach (string name in variables.Where(name => !request.Inputs.ContainsKey(name)))
        {
            issues.Missing(Location.Body["task_input"][name]);
        }

        foreach (KeyValuePair<string, JsonNode?> field in request.Body.Where(field => field.Key == "input_params" || variables.Contains(field.Key)))
        {
            issues.Add(Location.Body[field.Key], "extra_forbidden", "Extra inputs are not permitted", field.Value);
        }

        if (revision["file_input_mode"] is not (null or "none") && request.Files.Count == 0)
        {
            issues.Missing(Location.Body["task_files"]);
        }

        issues.ThrowIfAny();
        if (request.Query.UseFallbackModel && !revision.HasFallback)
        {
            throw Refusal.Because(HttpStatusCode.BadRequest, "FALLBACK_MODEL_NOT_CONFIGURED", "The revision has no fallback model.");
        }
    }

    private static FakeRunContext ContextOf(PlatformState state, FakeTask task, FakeTaskRevision revision, RunRequest request, bool fallback)
    {
        Guid runId = state.Ids.Next();
        Guid? model = Json.Id(revision.Document[fallback ? "fallback_llm_model_id" : "llm_model_id"]);
        return new FakeRunContext
        {
            RunId = runId,
            TaskId = task.Id,
            RevisionId = revision.Id,
            Modality = task.Modality,
            Inputs = (JsonObject)request.Inputs.DeepClone(),
            Files = [.. request.Files.Select((file, at) => file.StoredAs($"{runId:D}-in{at}{Path.GetExtension(file.FileName)}"))],
            Prompt = RevisionDocument.Fill(revision["user_prompt"], request.Inputs),
            ModelName = model is { } id ? state.Labels.ModelName(id) : "none",
            UsesFallbackModel = fallback,
            Reference = request.Reference,
            OutputFormat = (JsonObject?)revision.Document["output_format"]?.DeepClone(),
        };
    }
}
