using System.Globalization;
using Conduit.Manifests.Content;
using Conduit.Model.Addresses;

namespace Conduit.Manifests.Containers;

/// <summary>The container that redirects a pod's traffic to the proxy, then ends.</summary>
internal static class InitContainer
{
    public static ContentMap Of(ProxyModel proxy) => ContentMap.Of(
        ("name", MeshNames.InitContainer),
        ("image", ImageName.Of(proxy.InitImage, proxy.Registry, "proxy-init", proxy.Version)),
        ("imagePullPolicy", proxy.ImagePullPolicy.ToString()),
        ("args", Arguments(proxy)),
        ("securityContext", ContentMap.Of(
            ("allowPrivilegeEscalation", false),
            ("capabilities", ContentMap.Of(("add", ContentList.Of("NET_ADMIN", "NET_RAW")), ("drop", ContentList.Of("ALL")))),
            ("privileged", false),
            ("runAsNonRoot", false),
            ("runAsUser", 0),
            ("seccompProfile", ContainerFields.SeccompProfile))),
        ("terminationMessagePolicy", "FallbackToLogsOnError"));

    private static ContentList Arguments(ProxyModel proxy)
    {
        // The proxy's own listeners are dialled from outside and must not end up in its traffic listener.
        var inbound = proxy.SkipInboundPorts.Union(PortSet.Of(Single(proxy.ControlPort), Single(proxy.MetricsPort)));
        return new ContentList(
        [
            "--incoming-proxy-port", proxy.InboundPort.ToString(),
            "--outgoing-proxy-port", proxy.OutboundPort.ToString(),
            "--proxy-uid", proxy.ProxyUid.ToString(CultureInfo.InvariantCulture),
            "--inbound-ports-to-ignore", inbound.ToString(),
            .. proxy.SkipOutboundPorts.IsEmpty ? [] : new ContentNode[] { "--outbound-ports-to-ignore", proxy.SkipOutboundPorts.ToString() },
        ]);
    }

    private static PortRange Single(Port port) => new(port, port);
}
