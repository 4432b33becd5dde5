using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using TaskPlatform.Client.Http.Attempts;
using Xunit;

namespace TaskPlatform.Client.Tests.DependencyInjection
{
    public sealed class HandlerChainTests
    {
        private readonly ServiceCollection services = new();

        [Theory]
        [InlineData("TaskPlatform.Client")]
        [InlineData("TaskPlatform.Client/token")]
        [InlineData("TaskPlatform.Client:eu")]
        [InlineData("TaskPlatform.Client:eu/token")]
        public async Task Is_our_innermost_link_over_our_primary_handler_and_nothing_else(string name)
        {
            services.AddTaskPlatformClient(TestHost.Complete);
            services.AddTaskPlatformClient("eu", options =>
            {
                TestHost.Complete(options);
                options.Timeouts.Connect = TimeSpan.FromSeconds(3);
            });
            await using ServiceProvider provider = services.BuildServiceProvider();

            HttpMessageHandler[] chain = Chain(provider, name);

            chain.Select(link => link.GetType()).Should().Equal(typeof(InnermostHandler), typeof(SocketsHttpHandler));
            chain[^1].Should().BeOfType<SocketsHttpHandler>().Which.ConnectTimeout.Should().Be(TimeSpan.FromSeconds(name.Contains("eu", StringComparison.Ordinal) ? 3 : 15));
        }

        [Fact]
        public async Task The_hosts_handlers_stand_outside_of_the_innermost_link_and_see_no_token_request()
        {
            services.AddTaskPlatformClient(TestHost.Complete).AddHttpMessageHandler(() => new HostHandler());
            await using ServiceProvider provider = services.BuildServiceProvider();

            Types(provider, "TaskPlatform.Client").Should().Equal(typeof(HostHandler), typeof(InnermostHandler), typeof(SocketsHttpHandler));
            Types(provider, "TaskPlatform.Client/token").Should().Equal(typeof(InnermostHandler), typeof(SocketsHttpHandler));
        }

        [Fact]
        public async Task A_primary_handler_set_on_the_builder_serves_token_requests_too()
        {
            services.AddTaskPlatformClient(TestHost.Complete).ConfigurePrimaryHttpMessageHandler(() => new HostPrimary());
            await using ServiceProvider provider = services.BuildServiceProvider();

            Types(provider, "TaskPlatform.Client").Should().Equal(typeof(InnermostHandler), typeof(HostPrimary));
            Types(provider, "TaskPlatform.Client/token").Should().Equal(typeof(InnermostHandler), typeof(HostPrimary));
        }

        [Fact]
        public async Task Our_primary_handler_can_be_changed_in_place()
        {
            services.AddTaskPlatformClient(TestHost.Complete).UseSocketsHttpHandler((handler, _) => handler.MaxConnectionsPerServer = 7);
            await using ServiceProvider provider = services.BuildServiceProvider();

            foreach (string name in (string[])["TaskPlatform.Client", "TaskPlatform.Client/token"])
            {
                SocketsHttpHandler primary = Chain(provider, name)[^1].Should().BeOfType<SocketsHttpHandler>().Subject;
                primary.MaxConnectionsPerServer.Should().Be(7);
                primary.AllowAutoRedirect.Should().BeFalse("the rest stays ours");
            }
        }

        [Fact]
        public async Task What_the_host_puts_on_every_client_counts_but_for_resilience_handlers()
        {
            int primaries = 0;
            services.ConfigureHttpClientDefaults(client => client
                .ConfigurePrimaryHttpMessageHandler(() =>
                {
                    primaries++;
                    return new HostPrimary();
                })
                .AddHttpMessageHandler(() => new SimulatedResilienceHandler())
                .AddHttpMessageHandler(() => new HostHandler()));
            services.AddTaskPlatformClient(TestHost.Complete);
            await using ServiceProvider provider = services.BuildServiceProvider();

            Types(provider, "TaskPlatform.Client").Should().Equal(typeof(HostHandler), typeof(InnermostHandler), typeof(HostPrimary));
            Types(provider, "TaskPlatform.Client/token").Should().Equal(typeof(InnermostHandler), typeof(HostPrimary));
            primaries.Should().Be(2, "each chain is configured once");
        }

        [Fact]
        public async Task Stays_innermost_whatever_filters_the_host_has()
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter, ReplacingFilter>();
            services.AddTaskPlatformClient(TestHost.Complete);
            services.AddSingleton<IHttpMessageHandlerBuilderFilter, ReplacingFilter>();
            await using ServiceProvider provider = services.BuildServiceProvider();

            Types(provider, "TaskPlatform.Client").Should().Equal(typeof(InnermostHandler), typeof(HostPrimary));
        }

        [Fact]
        public async Task Other_clients_of_the_host_are_left_alone()
        {
            services.ConfigureHttpClientDefaults(client => client.RemoveAllLoggers().AddHttpMessageHandler(() => new SimulatedResilienceHandler()));
            services.AddHttpClient("theirs");
            services.AddTaskPlatformClient(TestHost.Complete);
            await using ServiceProvider provider = services.BuildServiceProvider();

            Types(provider, "theirs").Should().Contain(typeof(SimulatedResilienceHandler)).And.NotContain(typeof(InnermostHandler));
        }

        [Fact]
        public async Task One_handler_shared_by_the_host_survives_the_token_chain()
        {
            using var shared = new HostHandler();
            services.AddTaskPlatformClient(TestHost.Complete).AddHttpMessageHandler(() => shared);
            await using ServiceProvider provider = services.BuildServiceProvider();

            Types(provider, "TaskPlatform.Client/token").Should().NotContain(typeof(HostHandler));
            Types(provider, "TaskPlatform.Client").Should().Contain(typeof(HostHandler));

            shared.Disposed.Should().BeFalse();
        }

        [Fact]
        public async Task Handlers_rotate_every_five_minutes_unless_the_host_says_otherwise()
        {
            services.AddTaskPlatformClient(TestHost.Complete);
            services.AddTaskPlatformClient("eu", TestHost.Complete).SetHandlerLifetime(TimeSpan.FromMinutes(1));
            services.AddTaskPlatformClient("eu", options => options.Retry.MaxAttempts = 1);
            await using ServiceProvider provider = services.BuildServiceProvider();
            IOptionsMonitor<HttpClientFactoryOptions> chains = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>();

            chains.Get("TaskPlatform.Client").HandlerLifetime.Should().Be(TimeSpan.FromMinutes(5));
            chains.Get("TaskPlatform.Client/token").HandlerLifetime.Should().Be(TimeSpan.FromMinutes(5));
            chains.Get("TaskPlatform.Client:eu").HandlerLifetime.Should().Be(TimeSpan.FromMinutes(1));
            chains.Get("TaskPlatform.Client:eu/token").HandlerLifetime.Should().Be(TimeSpan.FromMinutes(1));
        }

        private static IEnumerable<Type> Types(IServiceProvider provider, string name) => Chain(provider, name).Select(link => link.GetType());

        // The outermost link is the factory's own, which tracks the handler's lifetime.
        private static HttpMessageHandler[] Chain(IServiceProvider provider, string name)
        {
            var links = new List<HttpMessageHandler>();
            HttpMessageHandler? link = (provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name) as DelegatingHandler)?.InnerHandler;
            for (; link is not null; link = (link as DelegatingHandler)?.InnerHandler)
            {
                links.Add(link);
            }

            return [.. links];
        }

        private sealed class HostHandler : DelegatingHandler
        {
            public bool Disposed { get; private set; }

            protected override void Dispose(bool disposing)
            {
                Disposed = true;
                base.Dispose(disposing);
            }
        }

        private sealed class HostPrimary : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                throw new NotSupportedException();
        }

        private sealed class ReplacingFilter : IHttpMessageHandlerBuilderFilter
        {
            public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
            {
                next(builder);
                builder.PrimaryHandler = new HostPrimary();
            };
        }
    }
}

namespace Microsoft.Extensions.Http.Resilience
{
    /// <summary>Has the namespace by which the real one, which is not referenced here, is known.</summary>
    internal sealed class SimulatedResilienceHandler : DelegatingHandler;
}
