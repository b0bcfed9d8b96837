using System.Text.Json.Nodes;
using Conduit.Operations.Stat;

namespace Conduit.Cli.Output.Documents;

/// <summary>The fields that say how traffic went. Without traffic there is no success rate and no latency, so those are null.</summary>
internal static class TrafficFields
{
    public static JsonObject AddTo(JsonObject document, StatTraffic? traffic, TimeSpan window)
    {
        document["windowSeconds"] = window.TotalSeconds;
        document["successCount"] = traffic?.SuccessCount ?? 0;
        document["failureCount"] = traffic?.FailureCount ?? 0;
        document["successRate"] = traffic?.SuccessRate;
        document["rps"] = traffic?.Rps ?? 0;
        document["latencyMsP50"] = traffic?.LatencyP50.TotalMilliseconds;
        document["latencyMsP95"] = traffic?.LatencyP95.TotalMilliseconds;
        document["latencyMsP99"] = traffic?.LatencyP99.TotalMilliseconds;
        document["tlsShare"] = traffic?.TlsShare;
        return document;
    }
}
