using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>What requests are counted by.</summary>
internal readonly record struct RequestKey(Direction Direction, string Authority, EndpointLabels Labels, bool IsProbe);
