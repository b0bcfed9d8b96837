using System.Collections.Immutable;
using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;

namespace Conduit.Controller.PublicApi.Stats;

/// <summary>Reads a request for statistics, or says why it cannot be asked.</summary>
internal static class StatQueryReader
{
    private const string All = "all";

    // The order of the API: the five that have always been there, and then the others.
    private static readonly ImmutableArray<ResourceKind> AllKinds =
    [
        ResourceKind.Deployment, ResourceKind.ReplicationController, ResourceKind.Pod, ResourceKind.Service, ResourceKind.Authority,
        ResourceKind.StatefulSet, ResourceKind.DaemonSet, ResourceKind.ReplicaSet, ResourceKind.Job, ResourceKind.CronJob,
    ];

    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static StatQuery Read(StatSummaryRequest request)
    {
        var resource = request.Selector?.Resource ?? new Resource();
        var isFrom = request.OutboundCase == StatSummaryRequest.OutboundOneofCase.FromResource;
        var kinds = Kinds(resource.Type, isFrom);

        if (resource.Name.Length > 0 && resource.Namespace.Length == 0 && !kinds.Contains(ResourceKind.Namespace))
        {
            throw ApiFault.Invalid(SelectionFault.NameAcrossNamespaces);
        }

        return new StatQuery
        {
            Kinds = kinds,
            SkipsEmptyTables = resource.Type == All,
            Namespace = resource.Namespace,
            Name = resource.Name,
            Labels = Selectors.Labels(request.Selector?.LabelSelector),
            Window = Selectors.Window(request.TimeWindow),
            From = isFrom ? From(request.FromResource) : null,
            To = request.OutboundCase == StatSummaryRequest.OutboundOneofCase.ToResource ? Selectors.Destination(request.ToResource) : null,
        };
    }

    private static ImmutableArray<ResourceKind> Kinds(string type, bool isFrom)
    {
        if (type == All)
        {
            return isFrom ? AllKinds : AllKinds.Remove(ResourceKind.Service);
        }

        var kind = Selectors.Kind(type);
        return kind == ResourceKind.Service && !isFrom ? throw ApiFault.Invalid(SelectionFault.ServiceAsSource) : [kind];
    }

    private static PodSelector From(Resource resource) => Selectors.FilterKind(resource) switch
    {
        ResourceKind.Authority => throw ApiFault.Invalid(SelectionFault.FromAuthority),
        ResourceKind.Service => throw ApiFault.Invalid(SelectionFault.ServiceAsSource),
        var kind => Selectors.Pods(resource, kind, LabelSelector.Everything),
    };
}
