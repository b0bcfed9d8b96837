using Conduit.Controller.Cluster;
using Conduit.Controller.PublicApi.Stats;
using Conduit.Model.Resources;

namespace Conduit.Controller.Prometheus;

/// <summary>As far back as a Prometheus remembers, at the resolution of its scrapes.</summary>
internal sealed class PrometheusTraffic(PrometheusClient prometheus, ClusterStore cluster) : ITrafficSource
{
    public async ValueTask<ITrafficWindow> OpenAsync(StatQuery query, ResourceKind kind, CancellationToken cancellationToken)
    {
        var asked = new PrometheusQuery(query, kind);
        var responses = prometheus.QueryAsync(asked.Responses, cancellationToken);
        var latencies = prometheus.QueryAsync(asked.Latencies, cancellationToken);
        await Task.WhenAll(responses, latencies);
        return new PrometheusWindow(query, cluster.Current, await responses, await latencies);
    }
}
