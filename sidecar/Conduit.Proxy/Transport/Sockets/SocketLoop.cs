using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Conduit.Proxy.Transport.Sockets;

/// <summary>
/// The loop where there is no epoll: the runtime's own asynchronous sockets, whose completions are queued for the loop's thread. Dearer
/// than <see cref="Epoll.EpollLoop"/> by a change of threads for each operation.
/// </summary>
internal sealed class SocketLoop(TimeProvider time, LoopLimits? limits = null) : EventLoop(time, limits)
{
    private readonly BlockingCollection<Action> _completions = [];

    public override Listener Listen(IPEndPoint address, IAcceptHandler handler, bool isShared = false) => new SocketListener(this, address, handler);

    public override Connection Connect(IPEndPoint address, TimeSpan timeout, IConnectionHandler handler)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        var connection = new SocketConnection(this, socket, address) { Handler = handler };
        Track(connection);
        connection.Connect(timeout);
        return connection;
    }

    public override void Dispose() => _completions.Dispose();

    /// <summary>Runs what follows an operation on the loop; from any thread.</summary>
    public void Complete(Action completion)
    {
        try
        {
            _completions.Add(completion);
        }
        catch (ObjectDisposedException)
        {
            // The loop is gone, and with it everyone who would want to know.
        }
    }

    public void Accept(Socket socket, IAcceptHandler handler)
    {
        if (RemoteOf(socket) is not { } remote)
        {
            socket.Dispose();
            return;
        }

        var connection = new SocketConnection(this, socket, remote);
        Track(connection);
        handler.OnAccepted(connection);
        connection.Accepted();
    }

    // Null for a peer that is gone already.
    private static IPEndPoint? RemoteOf(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint as IPEndPoint;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private protected override void Poll(int milliseconds)
    {
        if (_completions.TryTake(out var completion, milliseconds))
        {
            BeginTurn();

            // What else is there belongs to the same turn; what comes meanwhile to the next.
            for (var left = _completions.Count; ; left--)
            {
                completion();

                if (left == 0 || !_completions.TryTake(out completion))
                {
                    return;
                }
            }
        }

        BeginTurn();
    }

    private protected override void Wake() => Complete(() => { });
}
