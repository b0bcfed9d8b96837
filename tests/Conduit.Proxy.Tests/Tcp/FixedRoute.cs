using System.Collections.Immutable;
using System.Net;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Reliability;
using Endpoint = Conduit.Proxy.Balancing.Endpoint;

namespace Conduit.Proxy.Tests.Tcp;

/// <summary>Leads to its endpoints in their order.</summary>
internal sealed class FixedRoute(params IPEndPoint[] addresses) : IRoute, IRouteSource
{
    public ImmutableArray<Endpoint> Endpoints { get; } =
    [
        .. addresses.Select(address => new EndpointFactory(TimeProvider.System, new Random(1), new EjectionOptions()).Create(address, EndpointLabels.None)),
    ];

    public string? Authority => null;

    public ProxyError ConnectError => ProxyErrors.ConnectFailed;

    public EndpointLabels Labels => EndpointLabels.None;

    public bool IsExpendable => true;

    public RouteResult Resolve(IPEndPoint? originalDestination, string? authority) => RouteResult.To(this);

    public ValueTask<EndpointChoice> ChooseAsync(ImmutableArray<Endpoint> tried, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Endpoints.FirstOrDefault(endpoint => !tried.Contains(endpoint)) is { } free
            ? EndpointChoice.Of(free)
            : EndpointChoice.Refused(ConnectError));

    public void Dispose()
    {
    }
}
