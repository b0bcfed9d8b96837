using System.Net;
using System.Net.Sockets;
using Conduit.Model.Addresses;
using Conduit.Model.Failures;
using Microsoft.Extensions.Logging;

namespace Conduit.Kubernetes.PortForward;

/// <summary>A port of this machine's loopback address behind which a connection into the cluster stands, one for each caller.</summary>
public sealed class PortForwardListener : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<CancellationToken, Task<Stream>> _connect;
    private readonly ILogger<PortForwardListener> _logger;

    /// <summary>Listens at once; callers wait until <see cref="RunAsync"/>.</summary>
    /// <param name="port">The local port; null for any that is free.</param>
    /// <param name="connect">Makes the connection into the cluster.</param>
    /// <param name="logger">Told of connections that fail.</param>
    public PortForwardListener(Port? port, Func<CancellationToken, Task<Stream>> connect, ILogger<PortForwardListener> logger)
    {
        _connect = connect;
        _logger = logger;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, port?.Number ?? 0));
        _socket.Listen();
    }

    public IPEndPoint LocalEndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Serves callers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = new HashSet<Task>();

        try
        {
            while (true)
            {
                var caller = await _socket.AcceptAsync(cancellationToken);
                open.RemoveWhere(task => task.IsCompleted);
                open.Add(ServeAsync(caller, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(open);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync(Socket caller, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        try
        {
            await using var near = new NetworkStream(caller, ownsSocket: true);
            await using var far = await _connect(either.Token);

            // One direction alone cannot be closed on the way into the cluster, so the first end is the end of both.
            await await Task.WhenAny(near.CopyToAsync(far, either.Token), far.CopyToAsync(near, either.Token));
            await either.CancelAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The listener is ending.
        }
        catch (Exception failure) when (failure is IOException or SocketException or ConduitException)
        {
            PortForwardLog.Failed(_logger, failure.Message);
        }
        catch (Exception failure)
        {
            // What befalls one caller must not end the others.
            PortForwardLog.Broke(_logger, failure);
        }
    }
}
