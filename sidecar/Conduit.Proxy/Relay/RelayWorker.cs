using System.Net;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>A loop with the listeners that take connections for it.</summary>
internal sealed class RelayWorker : IDisposable
{
    private readonly EventLoopThread _thread;
    private readonly IReadOnlyDictionary<Direction, RelayPaths> _paths;
    private readonly List<RelayGate> _gates = [];
    private readonly List<Listener> _listeners = [];

    public RelayWorker(RelayPathFactory paths, TimeProvider time)
    {
        _thread = new EventLoopThread(time, "relay");
        _paths = paths.Create(_thread.Loop, time);
    }

    /// <param name="model">What is listened for.</param>
    /// <param name="address">Where.</param>
    /// <param name="isShared">True when other loops listen there too.</param>
    /// <returns>Where it really is.</returns>
    /// <exception cref="IOException">Nobody can listen there.</exception>
    public Task<IPEndPoint> ListenAsync(ListenerModel model, IPEndPoint address, bool isShared) => _thread.DoAsync(() =>
    {
        var gate = new RelayGate(model, _paths[model.Direction]);
        var listener = _thread.Loop.Listen(address, gate, isShared);
        _gates.Add(gate);
        _listeners.Add(listener);
        return listener.Address;
    });

    /// <summary>Takes no more connections, and lets those that there are come to their ends.</summary>
    public Task DrainAsync() => _thread.DoAsync(() =>
    {
        _listeners.ForEach(listener => listener.Dispose());
        _gates.ForEach(gate => gate.Drain());
        return true;
    });

    public Task<int> CountClientsAsync() => _thread.DoAsync(() => _gates.Sum(gate => gate.Clients));

    public void Dispose() => _thread.Dispose();
}
