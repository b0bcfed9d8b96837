using System.Threading.Channels;
using Conduit.Operations.Dev.Events;

namespace Conduit.Cli.Output.Dev;

/// <summary>
/// Shows a dev mesh from its start to its end: lines on stderr; on a terminal instead lines that scroll by above a summary that stays.
/// </summary>
internal sealed class DevScreen(Terminal terminal, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    private readonly LiveText _live = new(terminal);
    private readonly DevText _text = new(terminal.OutIsTerminal ? terminal.OutPalette : terminal.ErrorPalette);
    private DevSummary? _summary;
    private string _footer = "";

    public bool WasReady { get; private set; }

    /// <summary>Ends with the events.</summary>
    public async Task FollowAsync(ChannelReader<DevEvent> events)
    {
        var more = events.WaitToReadAsync().AsTask();

        while (true)
        {
            await WaitAsync(more);

            if (more.IsCompleted)
            {
                if (!await more)
                {
                    break;
                }

                WriteAll(events);
                more = events.WaitToReadAsync().AsTask();
            }

            await RefreshAsync();
        }

        _live.Clear();
    }

    public void Dispose() => _summary?.Dispose();

    private async Task WaitAsync(Task<bool> more)
    {
        if (_summary is null)
        {
            await more;
            return;
        }

        using var waiting = new CancellationTokenSource();
        await Task.WhenAny(more, Task.Delay(Refresh, time, waiting.Token));
        await waiting.CancelAsync();
    }

    private void WriteAll(ChannelReader<DevEvent> events)
    {
        while (events.TryRead(out var happened))
        {
            Follow(happened);
            Write(_text.Of(happened));
        }
    }

    private void Follow(DevEvent happened)
    {
        switch (happened)
        {
            case DevProgress progress:
                _footer = $"{progress.Ready} of {progress.Processes} ready\n";
                break;
            case DevReady ready:
                WasReady = true;
                _summary = terminal.OutIsTerminal ? new DevSummary(terminal, ready.Mesh, time) : null;
                _footer = "";
                break;
            case DevStopping:
                _summary?.Dispose();
                _summary = null;
                _footer = "";
                break;
        }
    }

    private void Write(string lines)
    {
        if (terminal.OutIsTerminal)
        {
            _live.Clear();
            terminal.Out.Write(lines);
            terminal.Out.Flush();
        }
        else
        {
            terminal.Error.Write(lines);
        }
    }

    private async Task RefreshAsync()
    {
        if (_summary is { } summary)
        {
            _footer = await summary.CurrentAsync() ?? _footer;
        }

        if (terminal.OutIsTerminal)
        {
            _live.Show(_footer);
        }
    }
}
