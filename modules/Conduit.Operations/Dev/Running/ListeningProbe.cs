using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Running;

/// <summary>
/// Ready when something listens on every port. A manifest may declare ports that its program never opens, so after a while one is enough.
/// </summary>
internal sealed class ListeningProbe(ImmutableArray<Port> ports) : ReadinessProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task<bool> CheckAsync(TimeSpan running, CancellationToken cancellationToken)
    {
        var open = await Task.WhenAll(ports.Select(port => IsOpenAsync(port, cancellationToken)));
        return open.All(answer => answer) || (running > Patience && open.Any(answer => answer));
    }

    private static async Task<bool> IsOpenAsync(Port port, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port.Number, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
