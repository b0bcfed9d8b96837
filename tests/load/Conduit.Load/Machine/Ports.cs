using System.Net;
using System.Net.Sockets;

namespace Conduit.Load.Machine;

internal static class Ports
{
    /// <summary>A loopback port that nothing listens on now.</summary>
    public static int Free()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
