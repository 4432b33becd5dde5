using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TaskPlatform.Client.Tests.Http;

/// <summary>Keeps everything anybody logs at any level: text, values, scopes and exceptions.</summary>
internal sealed class CapturedLog : ILoggerFactory, ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Every line, with its category before it.</summary>
    internal IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private static string Show(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
            : $"{state}";

    private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{category} scope: {state} {Show(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder();
            line.Append(category).Append(' ').Append(logLevel).Append(' ').Append(eventId).Append(": ").Append(formatter(state, exception)).Append(' ').Append(Show(state)).Append(' ').Append(exception);
            lines.Enqueue(line.ToString());
        }
    }
}
