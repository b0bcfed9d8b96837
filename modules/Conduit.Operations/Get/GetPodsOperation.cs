using System.Collections.Immutable;
using Conduit.Operations.Api;
using Conduit.Operations.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Operations.Get;

/// <summary>Lists pods, by namespace and name.</summary>
public sealed class GetPodsOperation(ApiConnection api)
{
    public async Task<ImmutableArray<MeshPod>> RunAsync(GetPodsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var space = request.Namespace.Resolve(api.Location.DefaultNamespace);
        var response = await api.ListPodsAsync(new ListPodsRequest { Namespace = space }, cancellationToken);

        return
        [
            .. response.Pods.Select(ToMeshPod)
                .OrderBy(pod => pod.Namespace, StringComparer.Ordinal)
                .ThenBy(pod => pod.Name, StringComparer.Ordinal),
        ];
    }

    private static MeshPod ToMeshPod(Pod pod)
    {
        var (space, name) = PodNames.Split(pod.Name);

        return new MeshPod
        {
            Namespace = space,
            Name = name,
            Owner = PodNames.OwnerOf(pod),
            Ip = pod.PodIp,
            Status = pod.Status,
            Message = pod.Message,
            Ready = pod.Ready,
            Restarts = (int)pod.Restarts,
            Uptime = pod.Uptime?.ToTimeSpan(),
            Meshed = pod.Added,
            ProxyVersion = pod.ProxyVersion,
            SinceLastReport = pod.SinceLastReport?.ToTimeSpan(),
            ControlPlane = pod.ControlPlane,
        };
    }
}
