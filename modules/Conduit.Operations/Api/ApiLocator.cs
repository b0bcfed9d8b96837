using Conduit.Kubernetes.Configuration;
using Conduit.Model.Cluster;
using Conduit.Model.Failures;
using Conduit.Operations.Clusters;
using Conduit.Operations.Dev;

namespace Conduit.Operations.Api;

/// <summary>
/// Finds the API: the address given, else the environment's, else the cluster if a kubeconfig or context was named, else a dev
/// mesh that runs, else the kubeconfig's current context.
/// </summary>
public sealed class ApiLocator(DevMeshStore devMeshes, ClusterConnector clusters)
{
    /// <exception cref="ConduitException">There is nothing to ask, or too much of it.</exception>
    public ApiLocation Locate(ApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        if ((options.Address ?? options.EnvironmentAddress) is { } address)
        {
            return new ApiLocation(Checked(address), options.Address is null ? "CONDUIT_API_ADDR" : "--api-addr");
        }

        if (options.Cluster.IsNamed)
        {
            return OnCluster(options);
        }

        var running = devMeshes.ListRunning();

        if (options.Mesh is { } name)
        {
            return LocationOf(running.FirstOrDefault(mesh => mesh.Name == name) ?? throw NoSuchMesh(name, running));
        }

        return running switch
        {
            [] => OnCurrentCluster(options),
            [var only] => LocationOf(only),
            _ => throw SeveralMeshes(running),
        };
    }

    private static ApiLocation LocationOf(DevMesh mesh)
    {
        var namespaces = mesh.Cluster.Workloads.Select(workload => workload.Namespace).Distinct().ToList();
        return new ApiLocation(mesh.ApiAddress, $"dev mesh {mesh.Name}", namespaces is [var only] ? only : null) { WebAddress = mesh.WebAddress };
    }

    private ApiLocation OnCurrentCluster(ApiOptions options)
    {
        try
        {
            return OnCluster(options);
        }
        catch (KubeConfigException failure) when (failure.Id == KubeConfigException.Missing)
        {
            throw new ConduitException(
                "NoMesh",
                $"no mesh was found: no dev mesh runs here, and there is no cluster to ask: {failure.Message} Or start a mesh here with 'conduit dev up'.",
                failure);
        }
    }

    private ApiLocation OnCluster(ApiOptions options)
    {
        var cluster = clusters.Connect(options.Cluster);

        return new ApiLocation($"controller.{options.ConduitNamespace}:{ControllerPorts.PublicApi}", cluster.Description, cluster.DefaultNamespace)
        {
            Route = new ControllerRoute(cluster, options.ConduitNamespace),
        };
    }

    private static string Checked(string address) =>
        Uri.TryCreate($"http://{address}", UriKind.Absolute, out var uri)
        && string.Equals($"{uri.Host}:{uri.Port}", address, StringComparison.OrdinalIgnoreCase)
            ? address
            : throw new MisuseException("InvalidApiAddress", $"'{address}' is no address of an API; write host:port, such as 127.0.0.1:8085");

    private static MisuseException NoSuchMesh(string name, IReadOnlyList<DevMesh> running) => new(
        "UnknownMesh",
        running.Count == 0
            ? $"no dev mesh runs, so none is called '{name}'. Start one with 'conduit dev up'."
            : $"no dev mesh is called '{name}'. Running: {Names(running)}.");

    private static MisuseException SeveralMeshes(IReadOnlyList<DevMesh> running) => new(
        "SeveralMeshes", $"several dev meshes run: {Names(running)}. Say which with --mesh NAME.");

    private static string Names(IReadOnlyList<DevMesh> meshes) => string.Join(", ", meshes.Select(mesh => mesh.Name));
}
