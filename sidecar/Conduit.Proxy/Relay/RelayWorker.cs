using System.Net;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Relay;

/// <summary>A loop with the listeners that take connections for it.</summary>
internal sealed class RelayWorker : IDisposable
{
    private readonly EventLoopThread _thread;
    private readonly IReadOnlyDictionary<Direction, RelayPaths> _paths;
    private readonly List<(RelayGate Gate, Listener Listener)> _doors = [];

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
        _doors.Add((gate, listener));
        return listener.Address;
    });

    /// <summary>Asks clients of a direction to go elsewhere, and serves those that stay or come.</summary>
    public Task RetireAsync(Direction direction) => _thread.DoAsync(() =>
    {
        Doors(direction).ForEach(door => door.Gate.Retire());
        return true;
    });

    /// <summary>Takes no more connections of a direction, and lets those that there are come to their ends.</summary>
    public Task DrainAsync(Direction direction) => _thread.DoAsync(() =>
    {
        Doors(direction).ForEach(door => door.Listener.Dispose());
        Doors(direction).ForEach(door => door.Gate.Drain());
        return true;
    });

    public Task<int> CountClientsAsync(Direction direction) => _thread.DoAsync(() => Doors(direction).Sum(door => door.Gate.Clients));

    public void Dispose() => _thread.Dispose();

    private List<(RelayGate Gate, Listener Listener)> Doors(Direction direction) => _doors.FindAll(door => door.Gate.Direction == direction);
}
