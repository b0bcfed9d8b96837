using System.Net;
using Conduit.Proxy.Detection;
using Conduit.Proxy.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Conduit.Proxy.Forwarding;

/// <summary>What a connection meets before an engine carries it: it is counted, asked where it was going, and looked into.</summary>
internal sealed class ConnectionIntake(ConnectionDetector detector, TransportMetrics transports, ILogger<ConnectionIntake> logger)
{
    public async Task RunAsync(ConnectionContext connection, ListenerModel listener, IProxyEngine engine)
    {
        var transport = transports.Open(listener.Direction, Peer.Source);
        connection.Transport = new MeasuredTransport(connection.Transport, transport);
        connection.Features.Set(transport);

        try
        {
            if (await DetectAsync(connection, listener) is { } detected)
            {
                await engine.RunAsync(detected);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            transport.Broke();
            ForwardingLog.ConnectionBroke(logger, connection.RemoteEndPoint, failure);
        }
        finally
        {
            transport.Close();
        }
    }

    private async ValueTask<DetectedConnection?> DetectAsync(ConnectionContext connection, ListenerModel listener)
    {
        var socket = connection.Features.Get<IConnectionSocketFeature>()?.Socket;
        var original = listener.IsTransparent && socket is not null ? OriginalDestination.Of(socket) : null;
        var isOpaque = original is not null && original.Port > 0 && listener.OpaquePorts.Contains(new(original.Port));
        ApplicationProtocol? protocol = isOpaque
            ? ApplicationProtocol.Opaque
            : await detector.DetectAsync(connection.Transport.Input);

        return protocol is { } known && connection.RemoteEndPoint is IPEndPoint source
            ? new DetectedConnection(connection, listener, known, source, original)
            : null;
    }
}
