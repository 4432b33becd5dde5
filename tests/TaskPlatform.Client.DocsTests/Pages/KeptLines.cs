using Microsoft.Extensions.Logging;

namespace DocsCode;

/// <summary>Keeps each line with its level.</summary>
internal sealed class KeptLines(List<string> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Add($"{logLevel} {eventId.Id}: {formatter(state, exception)}{exception}");

    public void Dispose()
    {
    }
}
