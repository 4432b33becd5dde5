using System.Net;
using System.Text.Json.Nodes;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary><c>POST …/task/{task_id}/run</c>: checks, chooses a revision and a model, has it answer, keeps the run and charges it.</summary>
internal sealed class RunEndpoint(PlatformState state)
{
    public HttpResponseMessage Run(Exchange call)
    {
        RunPlan plan;
        lock (state.Gate)
        {
            plan = RunPlan.Make(state, call);
        }

        if (plan.Failure is { Status: { } status } failure)
        {
            throw Refusal.Text(status, failure.Reason);
        }

        // Outside the lock: this is the test's own code, and it may call the platform.
        JsonNode? response = plan.Failure is null ? ModalityAnswer.For(plan) : "The model did not return a usable result.";

        lock (state.Gate)
        {
            return Keep(plan, call, response);
        }
    }

    private HttpResponseMessage Keep(RunPlan plan, Exchange call, JsonNode? response)
    {
        decimal? credits = plan.Failure is null ? plan.Task.Credits : plan.Task.CreditsOfFailedRun;
        JsonObject document = RunDocument.Build(state, plan, $"{FilesPath(call)}/{plan.Context.RunId:D}/file", response, credits);
        plan.Task.RunList.Add(new FakeRun(plan.Context, document, credits ?? 0));
        state.ExecutedRuns++;
        state.CreditsCharged += credits ?? 0;

        HttpResponseMessage answer = Answer.Json(HttpStatusCode.OK, document);
        answer.Headers.Add("X-Task-Run-ID", plan.Context.RunId.ToString());
        answer.Headers.Add("X-Task-Revision-ID", plan.Revision.Id.ToString());
        return answer;
    }

    private static string FilesPath(Exchange call) =>
        $"/org/{call.Id("org_id"):D}/project/{call.Id("project_id"):D}/task/{call.Id("task_id"):D}/run";
}
