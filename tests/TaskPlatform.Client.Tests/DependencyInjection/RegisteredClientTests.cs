using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using TaskPlatform.Client.Testing;
using TaskPlatform.Client.Tests.Platform;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection
{
    /// <summary>Registered clients at work over real sockets, in hosts that mean well and in hosts that don't.</summary>
    public sealed class RegisteredClientTests
    {
        private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

        [Fact]
        public async Task Runs_a_task_through_the_hosts_handlers_which_see_no_bearer()
        {
            await using KestrelPlatform host = await KestrelPlatform.StartAsync();
            FakeTask task = AddTask(host);
            var seen = new List<string?>();
            await using ServiceProvider provider = Build(host, builder => builder.AddHttpMessageHandler(() => new Watcher(seen)));

            TaskRun run = await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

            run.Id.Should().Be(task.Runs[0].Id);
            seen.Should().Equal(null, null);
            host.Fake.RequestsFor(FakeOperation.RunTask)[0].Authorization.Should().StartWith("Bearer ");
        }

        [Fact]
        public async Task Sends_everything_through_a_primary_handler_of_the_hosts()
        {
            using var platform = new FakeTaskPlatform();
            FakeTask task = platform.AddTask("Say something", static definition => definition.UserPrompt = "Say something");
            var services = new ServiceCollection();
            services.AddTaskPlatformClient(options => Copy(platform.CreateOptions(), options)).ConfigurePrimaryHttpMessageHandler(() => platform);
            await using ServiceProvider provider = services.BuildServiceProvider();

            await provider.GetRequiredService<TaskPlatformClient>().Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);

            platform.ExecutedRuns.Should().Be(1);
            platform.TokensIssued.Should().Be(1);
        }

        [Fact]
        public async Task Keeps_tenants_apart()
        {
            await using KestrelPlatform europe = await KestrelPlatform.StartAsync();
            await using KestrelPlatform america = await KestrelPlatform.StartAsync(new FakeTaskPlatform(seed: 2));
            FakeTask european = AddTask(europe), american = AddTask(america);
            var services = new ServiceCollection();
            services.AddTaskPlatformClient("eu", options => Copy(europe.CreateOptions(), options));
            services.AddTaskPlatformClient("us", options => Copy(america.CreateOptions(), options));
            await using ServiceProvider provider = services.BuildServiceProvider();

            await provider.GetRequiredKeyedService<TaskPlatformClient>("eu").Tasks.RunAsync(european.Id, new RunTaskRequest(), Cancellation);
            await provider.GetRequiredKeyedService<TaskPlatformClient>("us").Tasks.RunAsync(american.Id, new RunTaskRequest(), Cancellation);

            europe.Fake.ExecutedRuns.Should().Be(1);
            america.Fake.ExecutedRuns.Should().Be(1);
            europe.Fake.RequestsFor(FakeOperation.RunTask)[0].Authorization.Should().NotBe(america.Fake.RequestsFor(FakeOperation.RunTask)[0].Authorization);
        }

        [Fact]
        public async Task Runs_once_though_a_handler_of_the_host_repeats_what_fails()
        {
            await using KestrelPlatform host = await KestrelPlatform.StartAsync();
            FakeTask task = AddTask(host);
            host.Fake.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
            await using ServiceProvider provider = Build(host, static builder => builder.AddHttpMessageHandler(static () => new Repeater()));

            TaskPlatformException failure = (await provider.GetRequiredService<TaskPlatformClient>().Tasks
                .Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
                .Should().ThrowAsync<TaskPlatformException>()).Which;

            failure.OutcomeUnknown.Should().BeTrue();
            host.Fake.ExecutedRuns.Should().Be(1);
            host.Fake.RequestsFor(FakeOperation.RunTask).Should().ContainSingle();
        }

        [Fact]
        public async Task Takes_off_resilience_handlers_that_a_host_puts_on_every_client()
        {
            await using KestrelPlatform host = await KestrelPlatform.StartAsync();
            FakeTask task = AddTask(host);
            host.Fake.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway, at: FakeMoment.AfterExecution);
            var services = new ServiceCollection();
            services.ConfigureHttpClientDefaults(static builder => builder.AddHttpMessageHandler(static () => new Microsoft.Extensions.Http.Resilience.ResilienceHandler()));
            services.AddTaskPlatformClient(options => Copy(host.CreateOptions(), options));
            await using ServiceProvider provider = services.BuildServiceProvider();

            TaskPlatformApiException failure = (await provider.GetRequiredService<TaskPlatformClient>().Tasks
                .Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
                .Should().ThrowAsync<TaskPlatformApiException>()).Which;

            failure.StatusCode.Should().Be(HttpStatusCode.BadGateway);
            host.Fake.ExecutedRuns.Should().Be(1);
        }

        [Fact]
        public async Task Refuses_to_carry_the_bearer_where_a_handler_turns_the_request()
        {
            await using KestrelPlatform host = await KestrelPlatform.StartAsync();
            await using KestrelPlatform other = await KestrelPlatform.StartAsync();
            FakeTask task = AddTask(host);
            await using ServiceProvider provider = Build(host, builder => builder.AddHttpMessageHandler(() => new Turner(other.BaseAddress)));

            TaskPlatformException failure = (await provider.GetRequiredService<TaskPlatformClient>().Tasks
                .Invoking(tasks => tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation))
                .Should().ThrowAsync<TaskPlatformException>()).Which;

            failure.OutcomeUnknown.Should().BeFalse();
            failure.Message.Should().Contain(other.BaseAddress.Authority);
            other.Fake.Requests.Should().BeEmpty();
        }

        [Fact]
        public async Task Goes_on_in_a_singleton_when_its_handlers_rotate()
        {
            using var platform = new FakeTaskPlatform();
            FakeTask task = platform.AddTask("Say something", static definition => definition.UserPrompt = "Say something");
            int made = 0;
            var services = new ServiceCollection();
            services.AddTaskPlatformClient(options => Copy(platform.CreateOptions(), options))
                .ConfigurePrimaryHttpMessageHandler(() =>
                {
                    Interlocked.Increment(ref made);
                    return platform;
                })
                .SetHandlerLifetime(TimeSpan.FromSeconds(1));
            await using ServiceProvider provider = services.BuildServiceProvider();
            TaskPlatformClient client = provider.GetRequiredService<TaskPlatformClient>();

            await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
            int first = made;
            await Eventually.HoldsAsync(
                async () =>
                {
                    // Each run asks the factory for a handler; once the first has aged out, a new one is made.
                    await client.Tasks.RunAsync(task.Id, new RunTaskRequest(), Cancellation);
                    return made > first;
                },
                Cancellation);

            platform.TokensIssued.Should().Be(1);
        }

        private static FakeTask AddTask(KestrelPlatform host) =>
            host.Fake.AddTask("Say something", static definition => definition.UserPrompt = "Say something");

        private static ServiceProvider Build(KestrelPlatform host, Action<IHttpClientBuilder> configure)
        {
            var services = new ServiceCollection();
            configure(services.AddTaskPlatformClient(options => Copy(host.CreateOptions(), options)));
            return services.BuildServiceProvider();
        }

        private static void Copy(TaskPlatformClientOptions from, TaskPlatformClientOptions to)
        {
            (to.BaseAddress, to.TokenEndpoint) = (from.BaseAddress, from.TokenEndpoint);
            (to.OrganizationId, to.ProjectId) = (from.OrganizationId, from.ProjectId);
            (to.ClientId, to.ClientSecret) = (from.ClientId, from.ClientSecret);
        }

        private sealed class Watcher(List<string?> seen) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                seen.Add(request.Headers.Authorization?.ToString());
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                seen.Add(response.RequestMessage!.Headers.Authorization?.ToString());
                return response;
            }
        }

        private sealed class Repeater : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                for (int attempt = 1; ; attempt++)
                {
                    try
                    {
                        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                        if (response.IsSuccessStatusCode || attempt == 3)
                        {
                            return response;
                        }
                    }
                    catch (InvalidOperationException) when (attempt < 3)
                    {
                        // tries again, as such handlers do
                    }
                }
            }
        }

        private sealed class Turner(Uri elsewhere) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.RequestUri = new Uri(elsewhere, request.RequestUri!.AbsolutePath);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}

namespace Microsoft.Extensions.Http.Resilience
{
    /// <summary>Stands for the handler of that name, which repeats a POST: its package can't be had here.</summary>
    internal sealed class ResilienceHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
        }
    }
}
