using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Anthropic;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Chat;
using RestSharp;
using RestSharp.Serializers.Json;
using TaskPlatform.Client.Benchmarks.HandWritten;

namespace TaskPlatform.Client.Benchmarks.Platform;

/// <summary>Makes each client the way its own documentation does, all with the same kind of network.</summary>
internal static class Contestants
{
    internal const string Model = "heron-2-medium";

    private const string Secret = "bench-token";

    internal static string ProjectPath { get; } = $"api/v1/org/{Addresses.Organization}/project/{Addresses.Project}/";

    internal static HandWrittenClient HandWritten(Wire wire, HttpMessageHandler? network = null) =>
        new(Http(wire, network), new Uri(Addresses.Of(wire), ProjectPath), Secret);

    internal static TaskPlatformClient Direct(Wire wire, HttpMessageHandler? network = null)
    {
        var options = new TaskPlatformClientOptions();
        Configure(options, wire);
        return new TaskPlatformClient(options, network ?? Canned(wire));
    }

    internal static ServiceProvider Registered(Wire wire)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddTaskPlatformClient(options => Configure(options, wire));
        if (Canned(wire) is { } network)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => network);
        }

        return services.BuildServiceProvider();
    }

    internal static ChatClient OpenAI(Wire wire) => new(Model, new ApiKeyCredential(Secret), new OpenAIClientOptions
    {
        Endpoint = new Uri(Addresses.Of(wire), "v1"),
        Transport = new HttpClientPipelineTransport(Http(wire)),
    });

    internal static AnthropicClient Anthropic(Wire wire) => new()
    {
        ApiKey = Secret,
        BaseUrl = Addresses.Of(wire).AbsoluteUri.TrimEnd('/'),
        HttpClient = Http(wire),
    };

    internal static RestClient RestSharp(Wire wire) => new(
        Http(wire),
        new RestClientOptions(new Uri(Addresses.Of(wire), ProjectPath)),
        disposeHttpClient: true,
        configureSerialization: static serializers => serializers.UseSystemTextJson(HandWrittenJsonContext.Default.Options));

    internal static RestRequest RestSharpRun(HandWrittenRunRequest body) => new RestRequest($"task/{Addresses.Task}/run", Method.Post)
        .AddHeader("Authorization", $"Bearer {Secret}")
        .AddJsonBody(body);

    private static HttpClient Http(Wire wire, HttpMessageHandler? network = null) =>
        new(network ?? Canned(wire) ?? (HttpMessageHandler)Sockets()) { Timeout = Timeout.InfiniteTimeSpan };

    // Over loopback our client brings its own handler; the others get one that is set the same way.
    private static CannedHandler? Canned(Wire wire) => wire == Wire.InMemory ? new CannedHandler() : null;

    private static SocketsHttpHandler Sockets() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    private static void Configure(TaskPlatformClientOptions options, Wire wire)
    {
        options.BaseAddress = new Uri(Addresses.Of(wire), "api/v1/");
        options.TokenEndpoint = new Uri(Addresses.Of(wire), Addresses.TokenPath);
        options.OrganizationId = Addresses.Organization;
        options.ProjectId = Addresses.Project;
        options.Credential = TaskPlatformCredential.ClientCredentials("bench-client", Secret);
    }
}
