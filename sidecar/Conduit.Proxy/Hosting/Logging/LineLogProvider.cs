using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Conduit.Proxy.Hosting.Logging;

/// <summary>
/// Writes a line for each event. Whoever logs never waits for the output, which may be a pipe that nobody reads: event loops log too.
/// What does not fit is dropped.
/// </summary>
internal sealed class LineLogProvider : ILoggerProvider
{
    private const int MostWaiting = 1000;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines =
        Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly TimeProvider _time;
    private readonly Task _writing;

    public LineLogProvider(Stream output, TimeProvider time)
    {
        _time = time;
        _writing = WriteAsync(output);
    }

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, this);

    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _writing.Wait(LastWords);
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    private void Add(LogLevel level, string category, int eventId, string message) => _lines.Writer.TryWrite(string.Create(
        CultureInfo.InvariantCulture,
        $"{_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {Word(level)}: {category}[{eventId}] {message.ReplaceLineEndings(" ")}\n"));

    private async Task WriteAsync(Stream output)
    {
        await using (output)
        {
            try
            {
                await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
                {
                    await output.WriteAsync(Encoding.UTF8.GetBytes(line)).ConfigureAwait(false);
                }
            }
            catch (IOException)
            {
                // Nobody reads any more, and there is nowhere else to say so.
            }
        }
    }

    private sealed class LineLogger(string category, LineLogProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            provider.Add(logLevel, category, eventId.Id, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}");
    }
}
