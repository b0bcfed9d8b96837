using System.Globalization;
using Conduit.Manifests.Content;
using Conduit.Model.Quantities;

namespace Conduit.Manifests.Containers;

/// <summary>The container of the proxy.</summary>
internal static class ProxyContainer
{
    // A node that pulls many images at once takes its time; a pod that starts late is better than one that starts over.
    private const int StartupAttempts = 120;

    public static ContentMap Of(ProxyModel proxy, string controlUrl) => ContentMap.Of(
        ("name", MeshNames.ProxyContainer),
        ("image", ImageName.Of(proxy.ProxyImage, proxy.Registry, "proxy", proxy.Version)),
        ("imagePullPolicy", proxy.ImagePullPolicy.ToString()),
        ("restartPolicy", proxy.NativeSidecar ? "Always" : null),
        ("ports", ContentList.Of(
            ContainerFields.Port("conduit-proxy", proxy.InboundPort.Number),
            ContainerFields.Port(MeshNames.MetricsPortName, proxy.MetricsPort.Number))),
        ("env", Environment(proxy, controlUrl)),
        ("resources", Resources(proxy.Resources)),
        ("startupProbe", proxy.NativeSidecar ? Probe("/ready", proxy, ("periodSeconds", 1), ("failureThreshold", StartupAttempts)) : null),
        ("livenessProbe", Probe("/ping", proxy, ("initialDelaySeconds", 10))),
        ("readinessProbe", Probe("/ready", proxy, ("initialDelaySeconds", 2))),
        ("securityContext", ContainerFields.RestrictedSecurity(proxy.ProxyUid)),
        ("terminationMessagePolicy", "FallbackToLogsOnError"));

    private static ContentMap Probe(string path, ProxyModel proxy, params ReadOnlySpan<(string Key, ContentNode? Value)> timing) =>
        ContainerFields.Probe(path, proxy.MetricsPort.Number, timing);

    private static ContentList Environment(ProxyModel proxy, string controlUrl) => new(
    [
        Value("LOG", proxy.ProxyLogLevel),
        Value("BIND_TIMEOUT", Duration(proxy.ProxyBindTimeout)),
        Value("CONTROL_URL", controlUrl),
        Value("CONTROL_LISTENER", $"tcp://0.0.0.0:{proxy.ControlPort}"),
        Value("METRICS_LISTENER", $"tcp://0.0.0.0:{proxy.MetricsPort}"),
        Value("PRIVATE_LISTENER", $"tcp://127.0.0.1:{proxy.OutboundPort}"),
        Value("PUBLIC_LISTENER", $"tcp://0.0.0.0:{proxy.InboundPort}"),
        FromField("POD_NAMESPACE", "metadata.namespace"),
        FromField("POD_NAME", "metadata.name"),
        .. OpaquePorts(proxy),
    ]);

    private static IEnumerable<ContentNode> OpaquePorts(ProxyModel proxy) => proxy.OpaquePorts.IsEmpty ? [] :
    [
        Value("INBOUND_PORTS_DISABLE_PROTOCOL_DETECTION", proxy.OpaquePorts.ToString()),
        Value("OUTBOUND_PORTS_DISABLE_PROTOCOL_DETECTION", proxy.OpaquePorts.ToString()),
    ];

    private static ContentMap Value(string name, string value) => ContentMap.Of(("name", "CONDUIT_PROXY_" + name), ("value", value));

    private static ContentMap FromField(string name, string field) => ContentMap.Of(
        ("name", "CONDUIT_PROXY_" + name),
        ("valueFrom", ContentMap.Of(("fieldRef", ContentMap.Of(("fieldPath", field))))));

    // The proxy reads a whole number and one unit.
    private static string Duration(TimeSpan duration) => duration.Ticks % TimeSpan.TicksPerSecond == 0
        ? duration.TotalSeconds.ToString("0s", CultureInfo.InvariantCulture)
        : Math.Ceiling(duration.TotalMilliseconds).ToString("0ms", CultureInfo.InvariantCulture);

    private static ContentMap? Resources(ProxyResources resources)
    {
        var limits = Amounts(resources.CpuLimit, resources.MemoryLimit);
        var requests = Amounts(resources.CpuRequest, resources.MemoryRequest);
        return limits is null && requests is null ? null : ContentMap.Of(("limits", limits), ("requests", requests));
    }

    private static ContentMap? Amounts(Quantity? cpu, Quantity? memory) => cpu is null && memory is null
        ? null
        : ContentMap.Of(("cpu", cpu?.Text), ("memory", memory?.Text));
}
