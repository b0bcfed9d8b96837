using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Controller.Metrics;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;
using ClusterPod = Conduit.Model.Cluster.Pod;

namespace Conduit.Controller.PublicApi;

/// <summary>Lists pods, those without a proxy too.</summary>
internal sealed class PodList(ClusterStore cluster, TrafficRing ring, ProxyRoll proxies, OwnPods own, TimeProvider time)
{
    public ListPodsResponse Handle(ListPodsRequest request)
    {
        var pods = cluster.Current.State.Pods.Where(pod => request.Namespace.Length == 0 || pod.Namespace == request.Namespace);

        return new ListPodsResponse
        {
            Pods =
            {
                pods.OrderBy(pod => pod.Namespace, StringComparer.Ordinal).ThenBy(pod => pod.Name, StringComparer.Ordinal).Select(Describe),
            },
        };
    }

    private Pod Describe(ClusterPod pod)
    {
        var name = PodName.Of(pod);

        return new Pod
        {
            Name = name.ToString(),
            PodIp = pod.Ip ?? "",
            Deployment = pod.Owner is { Kind: ResourceKind.Deployment } deployment ? $"{pod.Namespace}/{deployment.Name}" : "",
            Status = pod.Status,
            Added = pod.Meshed,
            SinceLastReport = ring.SinceLastReport(name)?.ToDuration(),
            ControllerNamespace = pod.Meshed ? own.Namespace : "",
            ControlPlane = own.Contains(pod),
            Uptime = pod.StartedAt is { } started ? (time.GetUtcNow() - started).ToDuration() : null,
            Owner = pod.Owner is { } owner
                ? new Resource { Namespace = owner.Namespace, Type = ResourceKindNames.Canonical(owner.Kind), Name = owner.Name }
                : null,
            Restarts = (uint)pod.Restarts,
            Ready = pod.Ready,
            ProxyVersion = proxies.VersionOf(pod),
            Message = pod.Message,
        };
    }
}
