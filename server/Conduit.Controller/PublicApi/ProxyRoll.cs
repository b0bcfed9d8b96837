using System.Collections.Immutable;
using Conduit.Controller.Cluster;
using Conduit.Controller.Identity;
using Conduit.Model.Cluster;

namespace Conduit.Controller.PublicApi;

/// <summary>Compares the proxies that should be connected with those that are.</summary>
internal sealed class ProxyRoll(ClusterStore cluster, ProxyDirectory proxies)
{
    /// <summary>The running pods that have a proxy.</summary>
    public IEnumerable<Pod> Expected() => cluster.Current.State.Pods.Where(pod => pod is { Meshed: true, Phase: PodPhase.Running });

    /// <summary>Those of them whose proxy is not connected, by name.</summary>
    public ImmutableArray<PodName> Silent() =>
    [
        .. Expected().Select(PodName.Of).Where(name => !proxies.IsConnected(name)).OrderBy(name => name.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>How many run which release, the most frequent first. Empty for those that did not say.</summary>
    public ImmutableArray<(string Version, int Pods)> Versions() =>
    [
        .. Expected().GroupBy(VersionOf)
            .Select(group => (Version: group.Key, Pods: group.Count()))
            .OrderByDescending(version => version.Pods)
            .ThenBy(version => version.Version, StringComparer.Ordinal),
    ];

    /// <summary>What the pod's proxy said, or else what its manifest says.</summary>
    public string VersionOf(Pod pod) => proxies.VersionOf(PodName.Of(pod)) is { Length: > 0 } version ? version : pod.ProxyVersion;
}
