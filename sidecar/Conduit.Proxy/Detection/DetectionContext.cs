using Conduit.Proxy.Tcp;
using Conduit.Proxy.Telemetry;

namespace Conduit.Proxy.Detection;

/// <summary>What detection of one direction on one loop needs.</summary>
/// <param name="Options">How long it waits.</param>
/// <param name="Tcp">Where a backend comes from.</param>
/// <param name="Metrics">Counts its verdicts.</param>
internal sealed record DetectionContext(DetectionOptions Options, TcpRouting Tcp, DetectionMetrics Metrics)
{
    public ServerFirstMemory ServerFirst { get; } = new();
}
