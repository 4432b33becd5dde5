using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;

namespace TaskPlatform.Client.Tests.Platform;

/// <summary>
/// A fake platform behind real HTTP on 127.0.0.1: real sockets, real headers, real bodies. What the fake throws breaks the connection off;
/// what it throws before the body, with nothing of the body read.
/// </summary>
internal sealed class KestrelPlatform : IAsyncDisposable
{
    private static readonly UriCreationOptions AsReceived = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly WebApplication app;
    private readonly HttpMessageInvoker fake;

    private KestrelPlatform(WebApplication app, FakeTaskPlatform platform, HttpMessageHandler front)
    {
        this.app = app;
        Fake = platform;
        fake = new HttpMessageInvoker(front, disposeHandler: false);
    }

    /// <summary>The platform behind the socket.</summary>
    public FakeTaskPlatform Fake { get; }

    /// <summary><c>http://127.0.0.1:{port}/api/v1/</c>; https with a certificate.</summary>
    public Uri BaseAddress => new(Root, $"{Fake.BasePath.TrimStart('/')}/");

    /// <summary><c>http://127.0.0.1:{port}/oauth2/token</c>.</summary>
    public Uri TokenEndpoint => new(Root, "oauth2/token");

    private Uri Root => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="platform">The platform; null makes one.</param>
    /// <param name="front">What each call goes through on its way to the platform, the platform itself at its end; null is nothing else.</param>
    /// <param name="certificate">Shown to callers; without one the socket speaks plain http.</param>
    public static async Task<KestrelPlatform> StartAsync(FakeTaskPlatform? platform = null, HttpMessageHandler? front = null, X509Certificate2? certificate = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
            options.Limits.MaxRequestBodySize = null;
            options.AddServerHeader = false;
        });
        platform ??= new FakeTaskPlatform();
        var server = new KestrelPlatform(builder.Build(), platform, front ?? platform);
        server.app.Run(server.ForwardAsync);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Options of <see cref="FakeTaskPlatform.CreateOptions"/> that point at the socket; no handler is needed with them.</summary>
    public TaskPlatformClientOptions CreateOptions()
    {
        TaskPlatformClientOptions options = Fake.CreateOptions();
        options.BaseAddress = BaseAddress;
        options.TokenEndpoint = TokenEndpoint;
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        fake.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using HttpRequestMessage request = Read(context);
        HttpResponseMessage answer;
        try
        {
            answer = await fake.SendAsync(request, context.RequestAborted);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            context.Abort();
            return;
        }

        using (answer)
        {
            await WriteAsync(answer, context);
        }
    }

    private HttpRequestMessage Read(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(Root.GetLeftPart(UriPartial.Authority) + target, AsReceived));
        if (context.Features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponseMessage answer, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        if (answer.StatusCode == HttpStatusCode.NoContent)
        {
            // The server closes the connection when something is written to an answer that has no body, be it nothing; and the next request may be on it already.
            Copy(answer.Headers, context);
            return;
        }

        // A known length is among the headers only once it was asked for.
        _ = answer.Content.Headers.ContentLength;
        Copy(answer.Headers.Concat(answer.Content.Headers), context);

        // Headers first: a body that breaks halfway must arrive as just that. Its exception is left to the server, which closes the connection
        // after what was written; Abort would reset it, and a reset may overtake the bytes on their way.
        await context.Response.StartAsync(context.RequestAborted);
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static void Copy(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, HttpContext context)
    {
        foreach ((string name, IEnumerable<string> values) in headers)
        {
            context.Response.Headers[name] = values.ToArray();
        }
    }
}
