using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace DocsCode;

public sealed class HandlerTests : PageTest
{
    [Fact]
    public async Task Handlers_and_the_primary_handler_are_the_hosts_own()
    {
        await using KestrelPlatform host = await KestrelPlatform.StartAsync(Platform);
        FakeTask task = Platform.AddTask("Greet");
        var proxy = new CountingProxy();
        var services = new ServiceCollection();
        RegisterHandlers(services, Configuration(host.BaseAddress), proxy);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        proxy.Asked.Should().BePositive();
        Platform.RequestsFor(FakeOperation.RunTask)[0].Headers["X-Audit"].Should().Be("true");
    }

    [Fact]
    public async Task A_handler_sees_every_attempt_no_bearer_and_no_request_for_a_token()
    {
        FakeTask task = Platform.AddTask("Greet");
        Platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);
        var seen = new List<string>();
        await using ServiceProvider provider = Build(request => seen.Add($"{request.RequestUri!.Segments[^1]} {request.Headers.Authorization?.Scheme ?? "no bearer"}"));

        await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);

        seen.Should().Equal("run no bearer", "run no bearer");
        Platform.RequestsFor(FakeOperation.Token).Should().ContainSingle();
        Platform.RequestsFor(FakeOperation.RunTask)[1].Authorization.Should().StartWith("Bearer ");
    }

    [Fact]
    public async Task A_handler_that_sends_a_run_twice_is_stopped()
    {
        FakeTask task = Platform.AddTask("Greet");
        await using ServiceProvider provider = Build(static _ => { }, times: 2);

        Func<Task> run = () => provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest());

        (await run.Should().ThrowAsync<TaskPlatformException>()).Which.OutcomeUnknown.Should().BeTrue();
        Platform.ExecutedRuns.Should().Be(1);
    }

    private ServiceProvider Build(Action<HttpRequestMessage> look, int times = 1)
    {
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(options =>
        {
            TaskPlatformClientOptions own = Platform.CreateOptions();
            (options.BaseAddress, options.TokenEndpoint, options.ClientId, options.ClientSecret) = (own.BaseAddress, own.TokenEndpoint, own.ClientId, own.ClientSecret);
            (options.OrganizationId, options.ProjectId) = (own.OrganizationId, own.ProjectId);
        }).AddHttpMessageHandler(() => new LookingHandler(look, times)).ConfigurePrimaryHttpMessageHandler(() => Platform);
        return services.BuildServiceProvider();
    }

    private IConfiguration Configuration(Uri baseAddress) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["TaskPlatform:BaseAddress"] = baseAddress.ToString(),
        ["TaskPlatform:OrganizationId"] = Platform.OrganizationId.ToString(),
        ["TaskPlatform:ProjectId"] = Platform.ProjectId.ToString(),
        ["TaskPlatform:ApiKey"] = Platform.ApiKey,
    }).Build();

    private static void RegisterHandlers(IServiceCollection services, IConfiguration configuration, IWebProxy proxy)
    {
        // docs: handlers
        services.AddTransient<AuditHandler>();
        services.AddTaskPlatformClient(configuration.GetSection("TaskPlatform"))
            .AddHttpMessageHandler<AuditHandler>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = proxy, AllowAutoRedirect = false });

        // docs: end
    }

    private sealed class LookingHandler(Action<HttpRequestMessage> look, int times) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            look(request);
            for (int sent = 1; sent < times; sent++)
            {
                (await base.SendAsync(request, cancellationToken)).Dispose();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CountingProxy : IWebProxy
    {
        public int Asked { get; private set; }

        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => null;

        public bool IsBypassed(Uri host)
        {
            Asked++;
            return true;
        }
    }
}

// docs: audit-handler
public sealed class AuditHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Audit", "true");     // the bearer is not to be seen here: it is put on later
        return base.SendAsync(request, cancellationToken);
    }
}

// docs: end
