using System.Threading.Channels;
using Conduit.Cli.Output;
using Conduit.Cli.Output.Dev;
using Conduit.Operations.Dev.Events;
using Conduit.Testing.Time;

namespace Conduit.Cli.Tests.Output.Dev;

public sealed class DevScreenTests : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Without_a_terminal_every_event_is_a_line_on_stderr()
    {
        using var screen = await ShowAsync(onTerminal: false, new DevStarting(2), new DevProgress(1, 2), new DevStopping(), new DevStopped());

        Assert.Equal("Starting 2 processes\nStopping\nStopped; nothing is left running\n", _error.ToString());
        Assert.Equal("", _out.ToString());
        Assert.False(screen.WasReady);
    }

    [Fact]
    public async Task On_a_terminal_progress_stays_on_the_last_line()
    {
        using var screen = await ShowAsync(onTerminal: true, new DevStarting(2), new DevProgress(1, 2));

        Assert.Equal("Starting 2 processes\n1 of 2 ready\n\e[1F\e[J", _out.ToString());
        Assert.Equal("", _error.ToString());
    }

    private async Task<DevScreen> ShowAsync(bool onTerminal, params DevEvent[] events)
    {
        var terminal = new Terminal { Input = Stream.Null, OutStream = Stream.Null, Out = _out, Error = _error, OutIsTerminal = onTerminal };
        var screen = new DevScreen(terminal, new ManualTimeProvider());
        var channel = Channel.CreateUnbounded<DevEvent>();

        foreach (var happened in events)
        {
            channel.Writer.TryWrite(happened);
        }

        channel.Writer.Complete();
        await Eventually.Ends(screen.FollowAsync(channel.Reader));
        return screen;
    }
}
