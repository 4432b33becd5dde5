using System.Diagnostics;
using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace DocsCode;

/// <summary>What .NET itself adds to a request inside of an activity. It is seen on a socket only.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class TracingHeaderTests
{
    private static readonly string[] Names = ["traceparent", "tracestate", "baggage", "Correlation-Context"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_activity_leaves_the_process_unless_that_is_switched_off(bool off)
    {
        await using KestrelPlatform server = await KestrelPlatform.StartAsync();
        FakeTask task = server.Fake.AddTask("Draw", static definition => definition.Modality = "image");
        server.Fake.RespondNext(FakeOperation.DownloadFile, _ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(server.BaseAddress, "/store/picture") } });
        server.Fake.RespondNext(FakeOperation.Unknown, HttpStatusCode.OK, "a picture", "image/png");
        TaskPlatformClientOptions usual = server.CreateOptions();
        void Configure(TaskPlatformClientOptions options)
        {
            (options.BaseAddress, options.TokenEndpoint) = (usual.BaseAddress, usual.TokenEndpoint);
            (options.OrganizationId, options.ProjectId, options.ClientId, options.ClientSecret) = (usual.OrganizationId, usual.ProjectId, usual.ClientId, usual.ClientSecret);
        }

        var services = new ServiceCollection();
        if (off)
        {
            AddSilent(services, Configure);
        }
        else
        {
            services.AddTaskPlatformClient(Configure);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        using (Activity activity = new Activity("order").SetIdFormat(ActivityIdFormat.W3C).AddBaggage("customer", "acme").Start())
        {
            TasksClient tasks = provider.GetRequiredService<TaskPlatformClient>().Tasks;
            TaskRun run = await tasks.RunAsync(task.Id, new RunTaskRequest(), TestContext.Current.CancellationToken);
            await using Stream file = await tasks.OpenFileAsync(run, ((ImageOutput)run.Output).File, TestContext.Current.CancellationToken);
            Told(server.Fake, FakeOperation.RunTask).Any(value => value.Contains(activity.TraceId.ToString(), StringComparison.Ordinal)).Should().Be(!off);
        }

        foreach (FakeOperation operation in (FakeOperation[])[FakeOperation.RunTask, FakeOperation.DownloadFile, FakeOperation.Unknown])
        {
            Told(server.Fake, operation).Any(static value => value.Contains("acme", StringComparison.Ordinal)).Should().Be(!off, "{0}", operation);
        }

        server.Fake.RequestsFor(FakeOperation.Unknown).Single().Authorization.Should().BeNull("that may be anybody's host");
        Document.Read("docs/wire.md").Text.Should().Contain($"`{server.Fake.RequestsFor(FakeOperation.RunTask).Single().Headers["Accept-Encoding"]}`");
        Told(server.Fake, FakeOperation.Token).Should().BeEmpty("a token belongs to everybody");
    }

    private static void AddSilent(ServiceCollection services, Action<TaskPlatformClientOptions> configure)
    {
        // docs: privacy-tracing
        services.AddTaskPlatformClient(configure)
            .UseSocketsHttpHandler((handler, _) => handler.ActivityHeadersPropagator = null);

        // docs: end
    }

    private static string[] Told(FakeTaskPlatform platform, FakeOperation operation) =>
        [.. platform.RequestsFor(operation).Single().Headers.Where(static header => Names.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Select(static header => header.Value)];
}
