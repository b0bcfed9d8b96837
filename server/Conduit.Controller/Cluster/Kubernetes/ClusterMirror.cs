using Conduit.Kubernetes.Client;
using Conduit.Kubernetes.Models;
using Conduit.Kubernetes.Watching;
using Conduit.Model.Resources;

namespace Conduit.Controller.Cluster.Kubernetes;

/// <summary>Mirrors the kinds of objects that the picture is made of. The controller's role permits these and no others.</summary>
internal sealed class ClusterMirror
{
    private readonly IKubernetes _kubernetes;
    private readonly ReflectorFactory _reflectors;
    private readonly Action _changed;
    private readonly List<WatchState> _states = [];
    private readonly List<Func<CancellationToken, Task>> _loops = [];

    private readonly ResourceStore<V1Pod, PodEntry> _pods;
    private readonly ResourceStore<V1Service, ServiceEntry?> _services;
    private readonly ResourceStore<V1EndpointSlice, SliceEntry> _slices;
    private readonly Dictionary<ResourceKind, ResourceStore<KubernetesObject, OwnerName?>> _workloads;

    /// <param name="kubernetes">The API server.</param>
    /// <param name="reflectors">What mirrors one kind.</param>
    /// <param name="pods">Reads pods.</param>
    /// <param name="changed">Called after each change, and when changes stop or go on; on any thread.</param>
    public ClusterMirror(IKubernetes kubernetes, ReflectorFactory reflectors, PodReader pods, Action changed)
    {
        (_kubernetes, _reflectors, _changed) = (kubernetes, reflectors, changed);
        _pods = Mirror(Everything(KubernetesResources.Pods), pods.Read);
        _services = Mirror(Everything(KubernetesResources.Services), ServiceReader.Read);
        _slices = Mirror(new EndpointSliceSource(kubernetes, ListScope.Everything, reflectors.NextRandom()), SliceReader.Read);
        _workloads = new Dictionary<ResourceKind, ResourceStore<KubernetesObject, OwnerName?>>
        {
            [ResourceKind.Deployment] = Owners("apps", "deployments"),
            [ResourceKind.ReplicaSet] = Owners("apps", "replicasets"),
            [ResourceKind.StatefulSet] = Owners("apps", "statefulsets"),
            [ResourceKind.DaemonSet] = Owners("apps", "daemonsets"),
            [ResourceKind.ReplicationController] = Owners("", "replicationcontrollers"),
            [ResourceKind.Job] = Owners("batch", "jobs"),
        };
    }

    /// <summary>False until every kind was listed once.</summary>
    public bool HasSynced => _states.TrueForAll(state => state.HasSynced);

    /// <summary>Why changes of some kind do not arrive at the moment; null when all do.</summary>
    public string? Fault => _states.Select(state => state.Fault).FirstOrDefault(fault => fault is not null);

    public ClusterObjects Objects => new()
    {
        Pods = _pods.Items,
        Services = _services.Items,
        Slices = _slices.Items,
        Workloads = [.. _workloads.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Items))],
    };

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var loops = _loops.ConvertAll(loop => loop(stopping.Token));

        // None ends before it is told to, unless it breaks; a picture that lacks a kind would be wrong.
        await Task.WhenAny(loops);
        await stopping.CancelAsync();
        await Task.WhenAll(loops);
    }

    private ResourceStore<T, TKept> Mirror<T, TKept>(IResourceSource<T> source, Func<T, TKept> keep)
        where T : IKubernetesObject
    {
        var store = new ResourceStore<T, TKept>(keep, _changed);
        _states.Add(store);
        _loops.Add(_reflectors.Create(source, store).RunAsync);
        return store;
    }

    private ResourceStore<KubernetesObject, OwnerName?> Owners(string group, string plural) =>
        Mirror(Everything(KubernetesResources.Metadata(group, "v1", plural)), value => OwnerName.Of(value.Metadata));

    private KubernetesResourceSource<T> Everything<T>(KubernetesResource<T> resource)
        where T : IKubernetesObject => new(_kubernetes, resource, ListScope.Everything, _reflectors.NextRandom());
}
