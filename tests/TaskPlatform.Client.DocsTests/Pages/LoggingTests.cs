using System.Collections.Concurrent;
using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Logging;
using TaskPlatform.Client;
using TaskPlatform.Client.DocsTests;
using TaskPlatform.Client.Testing;
using Xunit;

namespace DocsCode;

public sealed class LoggingTests
{
    [Fact]
    public async Task Each_event_is_one_that_the_page_names_and_holds_no_content()
    {
        var lines = new Lines();
        using var platform = new FakeTaskPlatform();
        FakeTask task = platform.AddTask("Translate", definition => (definition.UserPrompt, definition.FallbackModelId) = ("Translate {text}", platform.FallbackModelId));
        task.FallsBack = false;
        TaskPlatformClientOptions options = platform.CreateOptions();
        options.Retry.BaseDelay = TimeSpan.Zero;
        using ILoggerFactory loggerFactory = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Debug).AddProvider(lines));

        // docs: log-factory
        options.LoggerFactory = loggerFactory;     // in a host the container's is taken

        // docs: end
        using (var client = new TaskPlatformClient(options, platform))
        {
            platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.Zero);
            await RunAsync(client, task.Id);
            platform.RevokeTokens();
            task.FailPrimary("overloaded", times: 1);
            await RunAsync(client, task.Id);
            platform.RespondNext(FakeOperation.RunTask, HttpStatusCode.BadGateway);
            await ((Func<Task>)(() => RunAsync(client, task.Id))).Should().ThrowAsync<TaskPlatformApiException>();
            Guid other = platform.AddTask("Greet").Id;
            platform.FindTask(other).FailPrimary("overloaded", times: 1);
            await ((Func<Task>)(() => RunAsync(client, other))).Should().ThrowAsync<TaskRunFailedException>();
        }

        string page = Document.Read("docs/observability.md").Text;
        lines.Told.Select(line => line.Category).Should().OnlyContain(category => category == "TaskPlatform.Client");
        lines.Told.Select(line => line.Event.Id).Distinct().Should().BeEquivalentTo([1, 2, 3, 4, 5, 6]);
        lines.Told.Should().OnlyContain(line => page.Contains($"| {line.Event.Id} | `{line.Event.Name}` | {line.Level} |", StringComparison.Ordinal));
        lines.Told.Should().NotContain(line => line.Text.Contains("Nobody", StringComparison.Ordinal) || line.Text.Contains("order-42", StringComparison.Ordinal));
    }

    private static Task<TaskRun> RunAsync(TaskPlatformClient client, Guid taskId) =>
        client.Tasks.RunAsync(taskId, new RunTaskRequest { Input = { ["text"] = "Nobody shall read this" }, Reference = "order-42" });

    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<(string Category, LogLevel Level, EventId Event, string Text)> Told { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Told.Enqueue((category, logLevel, eventId, formatter(state, exception)));
        }
    }
}
