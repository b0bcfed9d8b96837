using Conduit.Model.Quantities;

namespace Conduit.Manifests;

/// <summary>What must hold between the settings of one proxy.</summary>
public static class ProxyRules
{
    /// <summary>Each rule that a model breaks, in the settings' names.</summary>
    public static IEnumerable<string> Broken(ProxyModel proxy) =>
    [
        .. SharedPorts(proxy),
        .. LimitBelowRequest("cpu", proxy.Resources.CpuRequest, proxy.Resources.CpuLimit),
        .. LimitBelowRequest("memory", proxy.Resources.MemoryRequest, proxy.Resources.MemoryLimit),
    ];

    private static IEnumerable<string> SharedPorts(ProxyModel proxy) => new[]
    {
        ("inbound-port", proxy.InboundPort),
        ("outbound-port", proxy.OutboundPort),
        ("control-port", proxy.ControlPort),
        ("metrics-port", proxy.MetricsPort),
    }
        .GroupBy(setting => setting.Item2, setting => setting.Item1)
        .Where(group => group.Count() > 1)
        .Select(group => $"{string.Join(" and ", group)} must differ, but are both {group.Key}");

    private static IEnumerable<string> LimitBelowRequest(string resource, Quantity? request, Quantity? limit) => request > limit
        ? [$"proxy-{resource}-limit {limit} is below proxy-{resource}-request {request}"]
        : [];
}
