using System.Collections.Concurrent;
using System.Threading.Channels;
using Conduit.Controller.Cluster;
using Conduit.Protocol.Taps;

namespace Conduit.Controller.Taps;

/// <summary>A proxy that waits for taps: the commands on their way to it, and the taps that it takes part in.</summary>
internal sealed class AttachedProxy(PodName pod)
{
    private const int MostCommands = 256;

    private readonly ConcurrentDictionary<ulong, TapFeed> _feeds = new();
    private readonly Channel<TapCommand> _commands =
        Channel.CreateBounded<TapCommand>(new BoundedChannelOptions(MostCommands) { SingleReader = true });

    public PodName Pod => pod;

    /// <summary>The commands for the proxy; they end when it is too slow to take them.</summary>
    public IAsyncEnumerable<TapCommand> CommandsAsync(CancellationToken cancellationToken) => _commands.Reader.ReadAllAsync(cancellationToken);

    public TapFeed? Find(ulong tap) => _feeds.GetValueOrDefault(tap);

    public void Start(ActiveTap tap)
    {
        if (_feeds.TryAdd(tap.Id, new TapFeed(tap, pod)))
        {
            Send(tap.Start());
        }
    }

    public void Stop(ActiveTap tap)
    {
        if (_feeds.TryRemove(tap.Id, out _))
        {
            Send(tap.Stop());
        }
    }

    // A proxy that does not take its commands is told to attach again, and learns them anew.
    private void Send(TapCommand command)
    {
        if (!_commands.Writer.TryWrite(command))
        {
            _commands.Writer.TryComplete();
        }
    }
}
