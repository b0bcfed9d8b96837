using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Telemetry;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Passes bytes both ways until both sides have said that they are done; each side's end is passed on by itself.</summary>
internal sealed class OpaqueRelay(UpstreamConnector connector, BoundAddresses own, ErrorMetrics errors, ILogger<OpaqueRelay> logger) : IProxyEngine
{
    private const int MostAttempts = 3;
    private const int BufferSize = 64 * 1024;

    public async Task RunAsync(DetectedConnection connection)
    {
        // Kestrel's own token is of no use here: it says "closed" as soon as the client has sent its last byte.
        using var broken = new CancellationTokenSource();

        if (await ConnectAsync(connection, broken.Token) is not { } upstream)
        {
            connection.Transport.Abort();
            return;
        }

        await using (upstream)
        {
            try
            {
                await Task.WhenAll(
                    BreakOnFailureAsync(UploadAsync(connection, upstream, broken.Token), broken),
                    BreakOnFailureAsync(DownloadAsync(connection, upstream, broken.Token), broken));
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // Half a stream must not look like a whole one.
                connection.Transport.Abort();
                throw new IOException("One side of the connection broke.", failure);
            }
        }
    }

    private static async Task BreakOnFailureAsync(Task way, CancellationTokenSource broken)
    {
        try
        {
            await way;
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            await broken.CancelAsync();
            throw;
        }
    }

    private static async Task UploadAsync(DetectedConnection connection, UpstreamStream upstream, CancellationToken cancellationToken)
    {
        await connection.Transport.Transport.Input.CopyToAsync(upstream, cancellationToken);
        upstream.Socket.Shutdown(SocketShutdown.Send);
    }

    // Kestrel closes both directions when its output ends, so this direction writes to the socket itself and can end alone.
    private static async Task DownloadAsync(DetectedConnection connection, UpstreamStream upstream, CancellationToken cancellationToken)
    {
        var client = connection.Transport.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        var counter = connection.Transport.Features.GetRequiredFeature<OpenTransport>();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);

        try
        {
            while (await upstream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                for (var sent = 0; sent < read;)
                {
                    sent += await client.SendAsync(buffer.AsMemory(sent, read - sent), cancellationToken);
                }

                counter.Wrote(read);
            }

            client.Shutdown(SocketShutdown.Send);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Null when there is nowhere to go.</summary>
    private async ValueTask<UpstreamStream?> ConnectAsync(DetectedConnection connection, CancellationToken cancellationToken)
    {
        var result = connection.Listener.Routes.Resolve(connection.OriginalDestination, authority: null);
        var tried = ImmutableArray<Endpoint>.Empty;

        if (!result.IsFound)
        {
            Refuse(connection, result.Error, connection.OriginalDestination);
            return null;
        }

        while (await ChooseAsync(connection, result.Route, tried, cancellationToken) is { } endpoint)
        {
            if (await TryConnectAsync(endpoint, connection.Listener.Direction, cancellationToken) is { } upstream)
            {
                return upstream;
            }

            tried = tried.Add(endpoint);

            if (tried.Length == MostAttempts)
            {
                Refuse(connection, result.Route.ConnectError, endpoint.Address);
                return null;
            }
        }

        return null;
    }

    private async ValueTask<Endpoint?> ChooseAsync(
        DetectedConnection connection, IRoute route, ImmutableArray<Endpoint> tried, CancellationToken cancellationToken)
    {
        var choice = await route.ChooseAsync(tried, cancellationToken);

        if (!choice.IsMade)
        {
            Refuse(connection, choice.Error, tried.LastOrDefault()?.Address ?? connection.OriginalDestination);
            return null;
        }

        if (own.IsLoop(connection.Listener.Direction, choice.Endpoint.Address, (connection.Transport.LocalEndPoint as IPEndPoint)?.Address))
        {
            Refuse(connection, ProxyErrors.Loop, choice.Endpoint.Address);
            return null;
        }

        return choice.Endpoint;
    }

    private async ValueTask<UpstreamStream?> TryConnectAsync(Endpoint endpoint, Direction direction, CancellationToken cancellationToken)
    {
        try
        {
            var upstream = await connector.ConnectAsync(endpoint.Address, direction, cancellationToken);
            endpoint.Health.Succeeded();
            return upstream;
        }
        catch (ConnectException)
        {
            endpoint.Health.Failed();
            return null;
        }
    }

    private void Refuse(DetectedConnection connection, ProxyError error, IPEndPoint? destination)
    {
        var direction = connection.Listener.Direction;
        errors.Count(error, direction);
        ForwardingLog.Refused(logger, error.Code, direction.Label(), connection.Source, destination, error.Meaning);
    }
}
