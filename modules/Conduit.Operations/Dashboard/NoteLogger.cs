using Microsoft.Extensions.Logging;

namespace Conduit.Operations.Dashboard;

/// <summary>Hands warnings to whoever shows them to people; the same one only once in a row, because a browser tries again and again.</summary>
internal sealed class NoteLogger<T>(Action<string> note) : ILogger<T>
{
    private string? _last;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);

        if (IsEnabled(logLevel) && Interlocked.Exchange(ref _last, message) != message)
        {
            note(message);
        }
    }
}
