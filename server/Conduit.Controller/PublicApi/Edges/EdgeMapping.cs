using Conduit.Controller.Selection;
using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Controller.PublicApi.Edges;

/// <summary>Between the words of the API and ours.</summary>
internal static class EdgeMapping
{
    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static EdgeQuery Read(EdgesRequest request)
    {
        var resource = request.Resource ?? new Resource();
        var window = Selectors.Window(request.TimeWindow);

        return resource.Type.Length == 0 ? new EdgeQuery { Namespace = resource.Namespace, Window = window }
            : Selectors.FilterKind(resource) is var kind && kind == ResourceKind.Namespace ? new EdgeQuery { Namespace = resource.Name, Window = window }
            : new EdgeQuery { Namespace = resource.Namespace, Kind = kind, Name = resource.Name, Window = window };
    }

    public static EdgesResponse ToWire(EdgeList list) => new()
    {
        ActualWindow = list.Window.ToDuration(),
        Edges =
        {
            list.Edges.Select(pair => new Edge
            {
                Source = ToWire(pair.Edge.Source),
                Destination = ToWire(pair.Edge.Destination),
                Stats = pair.Stats,
            }),
        },
    };

    private static Resource ToWire(ResourceName name) =>
        new() { Namespace = name.Namespace, Type = ResourceKindNames.Canonical(name.Kind), Name = name.Name };
}
