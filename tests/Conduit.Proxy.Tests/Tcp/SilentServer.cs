using System.Net;
using System.Net.Sockets;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Tcp;

/// <summary>A server that does nothing but listen; the test speaks for it.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentServer() => _listener.Start();

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public bool HasCaller => _listener.Pending();

    public async Task<NetworkStream> AcceptAsync() =>
        new(await Eventually.Ends(_listener.AcceptSocketAsync(), what: "a connection reaches the server"), ownsSocket: true);

    public void Dispose() => _listener.Dispose();
}
