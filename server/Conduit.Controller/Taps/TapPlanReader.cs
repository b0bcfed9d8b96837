using Conduit.Controller.Cluster;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Controller.Taps;

/// <summary>Reads a request to tap, or says why it cannot be done.</summary>
internal static class TapPlanReader
{
    private const float DefaultMaxRps = 1;

    /// <exception cref="RpcException">INVALID_ARGUMENT, or NOT_FOUND when no pod matches now.</exception>
    public static TapPlan Read(TapByResourceRequest request, ClusterSnapshot cluster)
    {
        var resource = request.Target?.Resource ?? throw ApiFault.Invalid("a tap needs a target");
        var kind = Selectors.FilterKind(resource);

        if (kind is ResourceKind.Service or ResourceKind.Authority)
        {
            throw ApiFault.Invalid($"a tap's target has pods; a {ResourceKindNames.Canonical(kind)} can only be where the requests go");
        }

        if (!float.IsFinite(request.MaxRps) || request.MaxRps < 0)
        {
            throw ApiFault.Invalid($"max rps has to be positive, was {request.MaxRps}");
        }

        var target = Selectors.Pods(resource, kind, Selectors.Labels(request.Target.LabelSelector));
        DemandPods(target, resource, cluster);
        return new TapPlan(target, new TapMatcher(cluster).Translate(request.Match), request.MaxRps == 0 ? DefaultMaxRps : request.MaxRps);
    }

    private static void DemandPods(PodSelector target, Resource resource, ClusterSnapshot cluster)
    {
        var pods = cluster.State.Pods.Where(target.Matches).ToList();

        if (!pods.Exists(pod => pod.Meshed))
        {
            var where = resource.Namespace.Length == 0 ? "" : $" in namespace {resource.Namespace}";
            var what = resource.Name.Length == 0
                ? ResourceKindNames.Plural(target.Kind)
                : $"{ResourceKindNames.Canonical(target.Kind)}/{resource.Name}";
            var unmeshed = pods.Count == 0 ? "" : $": {pods.Count} without a proxy; inject them first";
            throw ApiFault.NotFound($"no pods found for {what}{where}{unmeshed}");
        }
    }
}
