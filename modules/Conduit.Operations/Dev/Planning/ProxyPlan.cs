using System.Collections.Immutable;
using Conduit.Model.Addresses;

namespace Conduit.Operations.Dev.Planning;

/// <summary>The proxy beside a pod's containers; what it lets in follows from their ports.</summary>
/// <param name="MetricsPort">Its admin port on loopback.</param>
/// <param name="Upstreams">What it lets out.</param>
internal sealed record ProxyPlan(Port MetricsPort, ImmutableArray<UpstreamPlan> Upstreams);
