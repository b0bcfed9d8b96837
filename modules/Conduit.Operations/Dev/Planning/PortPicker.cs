using System.Net;
using System.Net.Sockets;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;

namespace Conduit.Operations.Dev.Planning;

/// <summary>Hands out free loopback ports, each once.</summary>
/// <param name="range">The ports to choose from.</param>
/// <param name="start">Where to begin, counted from the range's first port and around its end.</param>
/// <param name="reserved">Ports to pass over though they are free now.</param>
/// <param name="isFree">Whether a process could listen there.</param>
internal sealed class PortPicker(PortRange range, uint start, IReadOnlySet<Port> reserved, Func<Port, bool> isFree)
{
    private readonly int _size = range.Last.Number - range.First.Number + 1;
    private int _tried;

    public Port Next()
    {
        while (_tried < _size)
        {
            var port = new Port(range.First.Number + (int)((start + (ulong)_tried++) % (ulong)_size));

            if (!reserved.Contains(port) && isFree(port))
            {
                return port;
            }
        }

        throw new ConduitException("NoFreePort", $"no port between {range.First} and {range.Last} is free on 127.0.0.1.");
    }

    /// <summary>Whether this moment a process could listen there.</summary>
    public static bool IsFreeOnLoopback(Port port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port.Number));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
