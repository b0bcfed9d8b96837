using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Conduit.Protocol.Destinations;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>What the fake controller says of one destination.</summary>
internal sealed class FakeDestination
{
    private readonly Lock _lock = new();
    private readonly List<Channel<Update>> _watchers = [];
    private Update? _last;

    public void Says(Update update)
    {
        lock (_lock)
        {
            _last = update;
            _watchers.ForEach(watcher => watcher.Writer.TryWrite(update));
        }
    }

    public async IAsyncEnumerable<Update> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateUnbounded<Update>();

        lock (_lock)
        {
            _watchers.Add(watcher);

            if (_last is not null)
            {
                watcher.Writer.TryWrite(_last);
            }
        }

        await foreach (var update in watcher.Reader.ReadAllAsync(cancellationToken))
        {
            yield return update;
        }
    }
}
