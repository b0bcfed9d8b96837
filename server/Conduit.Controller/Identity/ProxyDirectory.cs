using Conduit.Controller.Cluster;

namespace Conduit.Controller.Identity;

/// <summary>Which proxies are connected: those that report or wait for taps.</summary>
internal sealed class ProxyDirectory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PodName, Presence> _connected = [];

    /// <summary>Proxies connected now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _connected.Count;
            }
        }
    }

    /// <summary>The proxy is connected until what is returned is disposed.</summary>
    public IDisposable Enter(ProxyIdentity proxy)
    {
        lock (_lock)
        {
            var streams = _connected.TryGetValue(proxy.Pod, out var presence) ? presence.Streams : 0;
            _connected[proxy.Pod] = new Presence(streams + 1, proxy.Version);
        }

        return new Stay(this, proxy.Pod);
    }

    public bool IsConnected(PodName pod) => Find(pod) is not null;

    /// <summary>The version of the connected proxy; null when it is not connected.</summary>
    public string? VersionOf(PodName pod) => Find(pod)?.Version;

    private Presence? Find(PodName pod)
    {
        lock (_lock)
        {
            return _connected.TryGetValue(pod, out var presence) ? presence : null;
        }
    }

    private void Leave(PodName pod)
    {
        lock (_lock)
        {
            var presence = _connected[pod];

            if (presence.Streams == 1)
            {
                _connected.Remove(pod);
            }
            else
            {
                _connected[pod] = presence with { Streams = presence.Streams - 1 };
            }
        }
    }

    private sealed record Presence(int Streams, string Version);

    private sealed class Stay(ProxyDirectory directory, PodName pod) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                directory.Leave(pod);
            }
        }
    }
}
