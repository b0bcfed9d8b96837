using System.Diagnostics.CodeAnalysis;
using Conduit.Model.Failures;

namespace Conduit.Proxy.Forwarding;

/// <summary>A route, or why there is none.</summary>
internal readonly record struct RouteResult
{
    private RouteResult(IRoute? route, ProxyError? error)
    {
        Route = route;
        Error = error;
    }

    public IRoute? Route { get; }

    public ProxyError? Error { get; }

    [MemberNotNullWhen(true, nameof(Route))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsFound => Route is not null;

    public static RouteResult To(IRoute route) => new(route, null);

    public static RouteResult Refused(ProxyError error) => new(null, error);
}
