using System.Globalization;
using System.Text;

namespace TaskPlatform.Client.Tests.Faults;

/// <summary>The bytes of an answer, and where its parts end.</summary>
internal sealed class FaultyAnswer
{
    internal const string FileText = "the bytes of a picture that a run has made, and some more of them";

    private readonly byte[] bytes;
    private readonly int statusLine;
    private readonly int head;

    private FaultyAnswer(string statusLine, string headers, string body)
    {
        this.statusLine = statusLine.Length;
        head = statusLine.Length + headers.Length;
        bytes = Encoding.ASCII.GetBytes(statusLine + headers + body);
    }

    /// <summary>What is healthy to answer, with what the fault changes about it.</summary>
    internal static FaultyAnswer To(RequestHead request, Fault? fault, FaultyServer server)
    {
        string body = fault?.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $$"""{"detail":"The fault is {{status}}."}""") : Healthy(request, fault);
        string headers = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Content-Type: {(request.IsFile ? "image/png" : "application/json")}
            Content-Length: {body.Length + (fault?.LengthLie ?? 0)}
            {Extra(request, fault, server)}

            """);
        return new FaultyAnswer($"HTTP/1.1 {fault?.Status ?? 200} Told\r\n", headers.ReplaceLineEndings("\r\n").TrimEnd() + "\r\n\r\n", body);
    }

    /// <summary>As much of it as is sent.</summary>
    internal ReadOnlyMemory<byte> Until(Moment moment) => bytes.AsMemory(0, moment switch
    {
        Moment.Request => 0,
        Moment.StatusLine => statusLine / 2,
        Moment.AnswerHeaders => (statusLine + head) / 2,
        Moment.AnswerBody => (head + bytes.Length) / 2,
        _ => bytes.Length,
    });

    private static string Extra(RequestHead request, Fault? fault, FaultyServer server) => fault switch
    {
        { Redirect: RedirectTarget.Itself } => $"Location: {request.Target}",
        { Redirect: RedirectTarget.Elsewhere } => $"Location: {new Uri(server.Elsewhere!, request.Target)}",
        { HasRetryAfter: true } => "Retry-After: 0",
        _ when request.IsRun => $"X-Task-Run-ID: {LabCalls.RunId}",
        _ => "X-New-Revision-created: false",
    };

    private static string Healthy(RequestHead request, Fault? fault) => request switch
    {
        { IsToken: true } => """{"access_token":"a-token-of-the-laboratory","token_type":"bearer","expires_in":0}""",
        { IsFile: true } => FileText,
        { IsRun: true } => $$"""{"id":"{{LabCalls.RunId}}","task_id":"{{LabCalls.TaskId}}","response":"Hola","is_error":{{(fault is { IsRunError: true } ? "true" : "false")}},"used_fallback_model":{{(request.UsesFallback ? "true" : "false")}},"created":"2026-03-01T12:00:00Z"}""",
        { IsAgent: true } => $$"""{"id":"{{LabCalls.AgentId}}","name":"Planner","created":"2026-03-01T12:00:00Z"}""",
        _ => $$"""{"id":"{{LabCalls.TaskId}}","project_id":"{{LabCalls.ProjectId}}","name":"Translate","enabled":true,"created":"2026-03-01T12:00:00Z"}""",
    };
}
