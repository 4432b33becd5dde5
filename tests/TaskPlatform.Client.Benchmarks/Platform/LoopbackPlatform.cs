using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>
/// The canned answers over HTTP on loopback. It lives in another process than what is measured, so that its memory and
/// its code are not counted, and keeps nothing of what it is sent.
/// </summary>
internal sealed class LoopbackPlatform : IAsyncDisposable
{
    private static readonly byte[] Piece = new byte[64 * 1024];

    private readonly WebApplication application;

    private LoopbackPlatform(WebApplication application) => this.application = application;

    internal string Address => application.Urls.Single();

    internal static async Task<LoopbackPlatform> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        WebApplication built = builder.Build();
        built.Run(AnswerAsync);
        await built.StartAsync();
        return new LoopbackPlatform(built);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        await DrainAsync(context);
        if (CannedAnswers.Of(context.Request.Path.Value!) is { } answer)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = CannedAnswers.FileLength;
        for (long left = CannedAnswers.FileLength; left > 0; left -= Piece.Length)
        {
            await context.Response.Body.WriteAsync(Piece, context.RequestAborted);
        }
    }

    private static async Task DrainAsync(HttpContext context)
    {
        while (true)
        {
            ReadResult read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
