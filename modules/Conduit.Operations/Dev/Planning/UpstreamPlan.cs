using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>A loopback listener that stands for a service.</summary>
/// <param name="ListenerPort">What the app dials.</param>
/// <param name="Authority">Where it leads, as the manifest wrote it: <c>web-svc.shop:80</c>.</param>
internal sealed record UpstreamPlan(Port ListenerPort, string Authority);
