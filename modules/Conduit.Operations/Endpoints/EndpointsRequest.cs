using System.Collections.Immutable;
using Conduit.Operations.Resources;

namespace Conduit.Operations.Endpoints;

/// <summary>Which services to look up.</summary>
public sealed record EndpointsRequest
{
    /// <summary>
    /// Names as clients call them, in full or in part: <c>web</c>, <c>web.shop</c>, <c>web.shop.svc.cluster.local:80</c>. Empty for
    /// every service.
    /// </summary>
    public ImmutableArray<string> Authorities { get; init; } = [];

    public NamespaceChoice Namespace { get; init; } = NamespaceChoice.Default;
}
