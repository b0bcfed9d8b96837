using Conduit.Model.Resources;
using Conduit.Operations.Resources;
using Conduit.Protocol.Public;
using Duration = Google.Protobuf.WellKnownTypes.Duration;

namespace Conduit.Operations.Stat;

/// <summary>A request whose names are settled, one for each call to the API.</summary>
internal sealed record StatQuestion
{
    /// <summary>Empty for all.</summary>
    public required string Namespace { get; init; }

    public required ResourceKind? Kind { get; init; }

    public required string? Name { get; init; }

    public required TimeSpan Window { get; init; }

    public Resource? To { get; init; }

    public Resource? From { get; init; }

    public string? LabelSelector { get; init; }

    public static StatQuestion Of(StatRequest request, string space) => new()
    {
        Namespace = space,
        Kind = request.Target.Kind,
        Name = request.Target.Name,
        Window = request.Window,
        To = request.HasTo ? Filter(request.To, request.ToNamespace, request.Target.Kind, space) : null,
        From = request.HasFrom ? Filter(request.From, request.FromNamespace, request.Target.Kind, space) : null,
        LabelSelector = request.LabelSelector,
    };

    public StatQuestion About(ResourceName resource) => this with { Namespace = resource.Namespace, Kind = resource.Kind, Name = resource.Name };

    /// <summary>The same question with another resource in its filter.</summary>
    public StatQuestion Filtered(Resource filter) => this with { To = To is null ? null : filter, From = From is null ? null : filter };

    public StatSummaryRequest ToWire()
    {
        var wire = new StatSummaryRequest
        {
            Selector = new ResourceSelection { Resource = ResourceMapping.ToWire(Namespace, Kind, Name), LabelSelector = LabelSelector ?? "" },
            TimeWindow = Duration.FromTimeSpan(Window),
        };

        if (To is not null)
        {
            wire.ToResource = To;
        }
        else if (From is not null)
        {
            wire.FromResource = From;
        }
        else
        {
            wire.None = new Empty();
        }

        return wire;
    }

    private static Resource Filter(ResourceTarget? filter, string? filterNamespace, ResourceKind? targetKind, string space) =>
        ResourceMapping.ToWire(filter?.Namespace ?? filterNamespace ?? space, filter is null ? targetKind : filter.Kind, filter?.Name);
}
