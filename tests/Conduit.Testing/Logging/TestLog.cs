using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Conduit.Testing.Logging;

/// <summary>Keeps what is logged. Disposing it fails the test when something was logged as Error that the test did not expect.</summary>
public sealed class TestLog : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private bool _errorsExpected;

    public IReadOnlyCollection<LogLine> Lines => [.. _lines];

    /// <summary>Call it in tests that make the code log errors.</summary>
    public TestLog ExpectingErrors()
    {
        _errorsExpected = true;
        return this;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("A test's log is the only provider.");

    public void Dispose()
    {
        if (!_errorsExpected)
        {
            Assert.DoesNotContain(_lines, line => line.Level >= LogLevel.Error);
        }
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(logLevel, category, formatter(state, exception), exception));
    }
}
