using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Tests.DependencyInjection;
using Xunit;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>A handler of the host that has made a call's body its own can repeat the call, and is kept from it all the same.</summary>
public sealed class OnceOnlyTests
{
    private static readonly Guid Id = Guid.Parse("0195d207-32bb-d03d-cfdc-7ee4d2f9e1aa");

    public static TheoryData<Func<TaskPlatformClient, Task>> Calls => new(
        static client => client.Tasks.RunAsync(Id, new RunTaskRequest()),
        static client => client.Tasks.UpdateAsync(Id, new UpdateTaskRequest { Description = "d" }),
        static client => client.Agents.UpdateAsync(Id, new UpdateTaskAgentRequest { Description = "d" }),
        static client => client.ReportingGroups.DeleteAsync(Id),
        static client => client.SendAsync(HttpMethod.Post, "x"),
        static client => client.SendAsync(HttpMethod.Patch, "x", new System.Text.Json.Nodes.JsonObject()));

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_with_a_body_that_the_host_has_buffered_goes_out_once(Func<TaskPlatformClient, Task> call)
    {
        using var network = new Network();
        var services = new ServiceCollection();
        services.AddTaskPlatformClient(TestHost.Complete)
            .AddHttpMessageHandler(static () => new BufferingRepeater())
            .ConfigurePrimaryHttpMessageHandler(() => network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        TaskPlatformConnectionException failure = await Assert.ThrowsAsync<TaskPlatformConnectionException>(() => call(provider.GetRequiredService<TaskPlatformClient>()));

        network.Posts.Should().Be(1);
        failure.Message.Should().Contain("sends a change once").And.Contain("take the retrying handler off");
        failure.OutcomeUnknown.Should().BeTrue();
    }

    private sealed class BufferingRepeater : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            request.Content = new ByteArrayContent(body);
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Network : HttpMessageHandler
    {
        internal int Posts { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Posts++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
        }
    }
}
