using System.Runtime.CompilerServices;
using Conduit.Operations.Api;
using Conduit.Operations.Clusters;
using Conduit.Operations.Rendering;

namespace Conduit.Operations.Check;

/// <summary>Looks whether a mesh works, or whether one could be installed. What follows from a failed check is not tried.</summary>
/// <param name="locator">Finds the mesh.</param>
/// <param name="clusters">Finds the cluster, where there is no mesh yet.</param>
/// <param name="defaults">What an installation would render.</param>
/// <param name="time">Measures deadlines.</param>
public sealed class CheckOperation(ApiLocator locator, ClusterConnector clusters, RenderDefaults defaults, TimeProvider time)
{
    /// <summary>Each result as it comes.</summary>
    public IAsyncEnumerable<CheckResult> RunAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Scope == CheckScope.Pre ? CheckSetupAsync(request, cancellationToken) : CheckMeshAsync(request, cancellationToken);
    }

    private async IAsyncEnumerable<CheckResult> CheckSetupAsync(CheckRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connected = KubernetesChecks.Client.Try(() => clusters.Connect(request.Mesh.Cluster));
        yield return connected.Result;

        if (connected.Value is not { } cluster)
        {
            yield break;
        }

        using (cluster)
        {
            var kubernetes = new KubernetesChecks(cluster.Kubernetes);

            await foreach (var result in kubernetes.RunAsync(cancellationToken))
            {
                yield return result;
            }

            if (kubernetes.Version is { } version)
            {
                var setup = new SetupChecks(cluster.Kubernetes, request.Mesh.ConduitNamespace, defaults.Proxy);

                await foreach (var result in setup.RunAsync(version, cancellationToken))
                {
                    yield return result;
                }
            }
        }
    }

    private async IAsyncEnumerable<CheckResult> CheckMeshAsync(CheckRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var located = KubernetesChecks.Client.Try(() => locator.Locate(request.Mesh));

        if (located.Value is not { } location)
        {
            yield return located.Result;
            yield break;
        }

        using var api = new ApiConnection(location, time);

        if (location.Route is { } route)
        {
            yield return located.Result;
            var kubernetes = new KubernetesChecks(route.Kubernetes);

            await foreach (var result in kubernetes.RunAsync(cancellationToken))
            {
                yield return result;
            }

            if (kubernetes.Version is null)
            {
                yield break;
            }
        }

        await foreach (var result in new MeshChecks(api, request).RunAsync(cancellationToken))
        {
            yield return result;
        }
    }
}
