using Conduit.Grpc;
using Conduit.Model.Resources;
using Conduit.Protocol.Public;
using Google.Protobuf.WellKnownTypes;

namespace Conduit.Controller.Selection;

/// <summary>Reads the API's selections. Each throws <see cref="RpcException"/> (INVALID_ARGUMENT) for what cannot be selected.</summary>
internal static class Selectors
{
    private const string All = "all";
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    public static ResourceKind Kind(string type) =>
        ResourceKindNames.TryParse(type, out var kind) ? kind : throw ApiFault.Invalid(SelectionFault.UnknownKind(type));

    /// <summary>The kind of a resource that narrows another selection.</summary>
    public static ResourceKind FilterKind(Resource resource) =>
        resource.Type == All ? throw ApiFault.Invalid(SelectionFault.AllAsFilter) : Kind(resource.Type);

    public static LabelSelector Labels(string? text) =>
        LabelSelector.Parse(text ?? "") ?? throw ApiFault.Invalid(SelectionFault.BadSelector(text ?? ""));

    /// <summary>The time up to now that numbers are to cover.</summary>
    public static TimeSpan Window(Duration? asked)
    {
        var window = asked?.ToTimeSpan() ?? TimeSpan.Zero;
        return window < TimeSpan.Zero ? throw ApiFault.Invalid($"the time window has to be positive, was {window}")
            : window == TimeSpan.Zero ? DefaultWindow
            : window;
    }

    public static PodSelector Pods(Resource resource, ResourceKind kind, LabelSelector labels) => new()
    {
        Kind = kind,
        Namespace = kind == ResourceKind.Namespace ? "" : resource.Namespace,
        Name = resource.Name,
        Labels = labels,
    };

    public static DestinationFilter Destination(Resource resource)
    {
        var kind = FilterKind(resource);

        return new DestinationFilter
        {
            Kind = kind,
            Namespace = kind == ResourceKind.Namespace ? "" : resource.Namespace,
            Name = resource.Name,
        };
    }
}
