using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Inbound;

/// <summary>The way to one port of the application. There is nothing to balance, and a refused connection costs nothing, so it is always tried.</summary>
internal sealed class InboundRoute(Endpoint application) : IRoute
{
    public string? Authority => null;

    public ProxyError ConnectError => ProxyErrors.LocalConnectFailed;

    public EndpointLabels Labels => EndpointLabels.None;

    public bool IsExpendable => true;

    public ValueTask<EndpointChoice> ChooseAsync(ImmutableArray<Endpoint> tried, CancellationToken cancellationToken) =>
        ValueTask.FromResult(tried.IsEmpty ? EndpointChoice.Of(application) : EndpointChoice.Refused(ConnectError));

    public void Dispose()
    {
    }
}
