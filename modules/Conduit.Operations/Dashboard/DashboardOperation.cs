using System.Net;
using System.Net.Sockets;
using Conduit.Kubernetes.PortForward;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;

namespace Conduit.Operations.Dashboard;

/// <summary>Brings a mesh's dashboard to a port of this machine, for as long as somebody looks at it.</summary>
public sealed class DashboardOperation(ApiLocator locator)
{
    /// <summary>Serves until it is cancelled. Each browser's connection goes to the controller that is there at that time.</summary>
    /// <param name="request">Which dashboard, and where.</param>
    /// <param name="ready">Told the dashboard's address, once it can be opened.</param>
    /// <param name="note">Told what goes wrong meanwhile.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ConduitException">There is no dashboard to bring, or no port to bring it to.</exception>
    public async Task RunAsync(DashboardRequest request, Action<Uri> ready, Action<string> note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ready);
        ArgumentNullException.ThrowIfNull(note);

        var location = locator.Locate(request.Mesh);
        using var route = location.Route;

        if (route is not null)
        {
            await route.DemandControllerAsync(cancellationToken);
        }

        using var listener = Listen(request.Port, ConnectorOf(location), new NoteLogger<PortForwardListener>(note));
        ready(new Uri($"http://{listener.LocalEndPoint}/"));
        await listener.RunAsync(cancellationToken);
    }

    private static Func<CancellationToken, Task<Stream>> ConnectorOf(ApiLocation location) => location switch
    {
        { Route: { } route } => cancellationToken => route.ConnectAsync(ControllerPorts.Web, cancellationToken),
        { WebAddress: { } address } => cancellationToken => DialAsync(IPEndPoint.Parse(address), cancellationToken),
        _ => throw new MisuseException(
            "DashboardUnknown",
            $"{location} is the address of an API alone, and leads to no dashboard. Name a cluster with --context, or a dev mesh with --mesh."),
    };

    private static async Task<Stream> DialAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static PortForwardListener Listen(Port? port, Func<CancellationToken, Task<Stream>> connect, NoteLogger<PortForwardListener> logger)
    {
        try
        {
            return new PortForwardListener(port, connect, logger);
        }
        catch (SocketException failure)
        {
            throw new ConduitException(
                "PortUnavailable", $"port {port} of this machine cannot be used: {failure.Message}. Choose another, or none for any that is free.", failure);
        }
    }
}
