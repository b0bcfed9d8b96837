using System.Collections.Immutable;
using Conduit.Manifests.Prometheus;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Dev;

namespace Conduit.Operations.PrometheusConfig;

/// <summary>Writes what a Prometheus needs to know to read a mesh's metrics. Asks no cluster.</summary>
public sealed class PrometheusConfigOperation(DevMeshStore devMeshes)
{
    /// <returns>A whole <c>prometheus.yml</c>.</returns>
    /// <exception cref="ConduitException">No dev mesh of that name runs.</exception>
    public string Run(PrometheusConfigRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        return request.Mesh is { } name
            ? PrometheusConfigText.OfTargets(Targets(devMeshes.FindRunning(name) ?? throw new MisuseException(
                "UnknownMesh", $"no dev mesh called '{name}' runs; 'conduit dev status' lists those that do.")))
            : PrometheusConfigText.OfCluster(request.ControlPlaneNamespace);
    }

    private static IEnumerable<PrometheusTarget> Targets(DevMesh mesh)
    {
        var pods = mesh.Cluster.Pods.ToDictionary(pod => $"{pod.Namespace}/{pod.Name}");

        foreach (var process in mesh.Processes)
        {
            if (process is { Role: DevProcessRole.Controller, AdminAddress: { } controller })
            {
                var labels = ImmutableSortedDictionary<string, string>.Empty.Add("component", process.Name);
                yield return new PrometheusTarget(PrometheusConfigText.ControllerJob, controller, labels);
            }
            else if (process is { AdminAddress: { } proxy, Pod: { } name } && pods.TryGetValue(name, out var pod))
            {
                yield return new PrometheusTarget(PrometheusConfigText.ProxyJob, proxy, Labels(pod));
            }
        }
    }

    private static ImmutableSortedDictionary<string, string> Labels(Pod pod)
    {
        var labels = ImmutableSortedDictionary<string, string>.Empty.Add("namespace", pod.Namespace).Add("pod", pod.Name);
        return pod.Owner is { } owner && PrometheusConfigText.LabelOf(owner.Kind) is { } label ? labels.Add(label, owner.Name) : labels;
    }
}
