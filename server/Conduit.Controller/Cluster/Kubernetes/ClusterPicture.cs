using Conduit.Kubernetes.Client;
using Conduit.Model.Cluster;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Makes the mesh's picture of what was read. What did not change since the last one is the same object in both.</summary>
internal static class ClusterPicture
{
    public static ClusterState Of(ClusterObjects objects)
    {
        var owners = new OwnerTree(objects);
        var slices = objects.Slices.Values.Where(slice => slice.Service is not null).ToLookup(slice => slice.Service!.Value);

        return new ClusterState
        {
            Workloads = [.. owners.Tops().OrderBy(item => item.Namespace, Ordinal).ThenBy(item => item.Kind).ThenBy(item => item.Name, Ordinal)],
            Pods =
            [
                .. objects.Pods.Values
                    .Select(entry => entry.ShowWith(owners.TopOf(entry)))
                    .OrderBy(pod => pod.Namespace, Ordinal).ThenBy(pod => pod.Name, Ordinal),
            ],
            Services =
            [
                .. objects.Services
                    .Where(item => item.Value is not null)
                    .Select(item => item.Value!.ShowWith([.. slices[item.Key]], pod => IsWell(objects, item.Key.Namespace, pod)))
                    .OrderBy(service => service.Namespace, Ordinal).ThenBy(service => service.Name, Ordinal),
            ],
        };
    }

    private static bool IsWell(ClusterObjects objects, string? @namespace, string pod) =>
        objects.Pods.GetValueOrDefault(new ObjectName(@namespace, pod)) is { Well: true };

    private static StringComparer Ordinal => StringComparer.Ordinal;
}
