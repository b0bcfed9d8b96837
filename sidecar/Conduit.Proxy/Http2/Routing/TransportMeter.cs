using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>Counts a connection of a loop as all connections are counted.</summary>
internal sealed class TransportMeter(OpenTransport transport) : ITransportMeter
{
    public void Read(int bytes) => transport.Read(bytes);

    public void Wrote(int bytes) => transport.Wrote(bytes);

    public void Closed(CloseReason reason)
    {
        if (reason is not (CloseReason.Requested or CloseReason.Ended))
        {
            transport.Broke();
        }

        transport.Close();
    }
}
