using System.Net;
using System.Net.Sockets;

namespace Conduit.Proxy.Tests.Actors;

/// <summary>The two ends of one connection on loopback.</summary>
internal static class SocketPair
{
    public static (NetworkStream Near, NetworkStream Far) Create()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var near = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        near.Connect(listener.LocalEndPoint!);
        return (new NetworkStream(near, ownsSocket: true), new NetworkStream(listener.Accept(), ownsSocket: true));
    }
}
