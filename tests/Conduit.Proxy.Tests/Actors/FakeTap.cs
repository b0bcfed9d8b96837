using System.Collections.Concurrent;
using System.Threading.Channels;
using Conduit.Grpc;
using Conduit.Protocol.Common;
using Conduit.Protocol.Taps;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>The controller's side of a tap on one proxy.</summary>
internal sealed class FakeTap
{
    private readonly ConcurrentQueue<TapReport> _reports = new();
    private Channel<TapCommand>? _commands;

    public IReadOnlyCollection<TapEvent> Events => [.. _reports.Select(report => report.Event).Where(tapped => tapped is not null)];

    public async Task StartAsync(Match? match = null, float maxRps = 0)
    {
        await Eventually.Holds(() => Volatile.Read(ref _commands) is not null, what: "the proxy attaches for taps");
        _commands!.Writer.TryWrite(new TapCommand { Start = new TapCommand.Types.Start { TapId = 7, Match = match, MaxRps = maxRps } });
    }

    public void Stop() => _commands!.Writer.TryWrite(new TapCommand { Stop = new TapCommand.Types.Stop { TapId = 7 } });

    public async Task AttachAsync(IAsyncStreamReader<TapReport> reports, IServerStreamWriter<TapCommand> commands, ServerCallContext context)
    {
        var own = Channel.CreateUnbounded<TapCommand>();
        var sending = SendAsync(own.Reader, commands, context.CancellationToken);
        Volatile.Write(ref _commands, own);

        while (await reports.MoveNext(context.CancellationToken))
        {
            _reports.Enqueue(reports.Current);
        }

        own.Writer.Complete();
        await sending;
    }

    private static async Task SendAsync(ChannelReader<TapCommand> from, IServerStreamWriter<TapCommand> to, CancellationToken cancellationToken)
    {
        await foreach (var command in from.ReadAllAsync(cancellationToken))
        {
            await to.WriteAsync(command, cancellationToken);
        }
    }
}
