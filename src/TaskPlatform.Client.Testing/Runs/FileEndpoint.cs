using System.Net;
using System.Net.Http.Headers;
using TaskPlatform.Client.Testing.Wire;

namespace TaskPlatform.Client.Testing.Runs;

/// <summary><c>GET …/run/{task_run_id}/file/{file_name}</c>: the bytes of an upload or of a result.</summary>
internal sealed class FileEndpoint(PlatformState state)
{
    public HttpResponseMessage Get(Exchange call)
    {
        FakeTask task = state.Task(call);
        Guid runId = call.Id("task_run_id");
        FakeRun run = task.RunList.Find(item => item.Id == runId) ?? throw Refusal.Text(HttpStatusCode.NotFound, "Task run not found");
        string name = call.Segment("file_name");
        FakeFile file = run.Uploads.Concat(run.Produced).FirstOrDefault(item => item.StoredName == name)
            ?? throw Refusal.Text(HttpStatusCode.NotFound, "File not found");

        HttpResponseMessage answer = Answer.Bytes(HttpStatusCode.OK, file.Content, file.ContentType);
        answer.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue(IsInline(call) ? "inline" : "attachment")
        {
            FileNameStar = file.FileName,
        };
        return answer;
    }

    private static bool IsInline(Exchange call) => call.Query().TryGetValue("inline", out string? text) && bool.TryParse(text, out bool inline) && inline;
}
