using Conduit.Proxy.Detection;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Conduit.Proxy.Forwarding.Yarp;

/// <summary>Carries HTTP by way of Kestrel, YARP's forwarder and SocketsHttpHandler, and everything else as it is.</summary>
/// <param name="http">Kestrel's HTTP server for the listener.</param>
/// <param name="tcp">What carries connections that are not HTTP.</param>
internal sealed class YarpEngine(ConnectionDelegate http, OpaqueRelay tcp) : IProxyEngine
{
    public Task RunAsync(DetectedConnection connection)
    {
        if (connection.Protocol is ApplicationProtocol.Opaque or ApplicationProtocol.Tls)
        {
            return tcp.RunAsync(connection);
        }

        var features = connection.Transport.Features;
        features.Set(connection);

        if (connection.Protocol == ApplicationProtocol.Http2)
        {
            // Kestrel speaks HTTP/2 on a port that also takes HTTP/1.1 only where TLS has agreed on it, so this says that it has.
            features.Set<ITlsConnectionFeature>(AgreedHttp2.Instance);
            features.Set<ITlsApplicationProtocolFeature>(AgreedHttp2.Instance);
        }

        return http(connection.Transport);
    }
}
