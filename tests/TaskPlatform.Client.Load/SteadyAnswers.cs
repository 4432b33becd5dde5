using System.Net;

namespace TaskPlatform.Client.Load;

/// <summary>Answers every run with the same bytes a moment later; only tokens come from the platform.</summary>
internal sealed class SteadyAnswers(HttpMessageHandler platform) : DelegatingHandler(platform)
{
    private static readonly byte[] Run =
        """{"id":"01a20059-6343-e078-cb09-492cda89d313","task_id":"01a20059-6343-e078-cb09-492cda89d314","task_revision_id":"01a20059-6343-e078-cb09-492cda89d315","created":"2026-01-01T00:00:00Z","response":"Hola","is_error":false,"charged_credits":"1.00","input_tokens":12,"output_tokens":3,"total_tokens":15}"""u8.ToArray();

    private int runs;
    private int now;
    private int most;

    internal int Runs => runs;

    internal int Most => most;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith("/run", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref runs);
        int together = Interlocked.Increment(ref now);
        for (int seen = most; together > seen && Interlocked.CompareExchange(ref most, together, seen) != seen; seen = most)
        {
        }

        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        await Task.Delay(1, cancellationToken);
        Interlocked.Decrement(ref now);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Run) { Headers = { ContentType = new("application/json") } } };
    }
}
