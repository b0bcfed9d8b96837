using System.Collections.Immutable;

namespace Conduit.Manifests.Prometheus;

/// <summary>A program of the mesh whose metrics are read at a fixed address.</summary>
/// <param name="Job"><see cref="PrometheusConfigText.ControllerJob"/> or <see cref="PrometheusConfigText.ProxyJob"/>.</param>
/// <param name="Address"><c>ip:port</c>, with <c>/metrics</c> behind it.</param>
/// <param name="Labels">What its series are told apart by.</param>
public sealed record PrometheusTarget(string Job, string Address, ImmutableSortedDictionary<string, string> Labels);
