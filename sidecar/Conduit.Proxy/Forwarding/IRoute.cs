using System.Collections.Immutable;
using Conduit.Model.Failures;
using Conduit.Proxy.Balancing;

namespace Conduit.Proxy.Forwarding;

/// <summary>Where requests of one kind go; shared by all of them.</summary>
internal interface IRoute : IDisposable
{
    /// <summary>What replaces the request's authority; null leaves it as it came.</summary>
    string? Authority { get; }

    /// <summary>The same as it stands in a head; empty where there is none.</summary>
    ReadOnlyMemory<byte> AuthorityBytes => default;

    /// <summary>What it means when no connection can be made.</summary>
    ProxyError ConnectError { get; }

    /// <summary>Labels that hold whatever endpoint is chosen, for requests that reach none.</summary>
    EndpointLabels Labels { get; }

    /// <summary>False while giving the route up would lose something that cannot be had again.</summary>
    bool IsExpendable { get; }

    /// <summary>Chooses an endpoint, and waits for the first that becomes known.</summary>
    /// <param name="tried">Endpoints that this request already failed to reach.</param>
    /// <param name="cancellationToken">The request's end.</param>
    ValueTask<EndpointChoice> ChooseAsync(ImmutableArray<Endpoint> tried, CancellationToken cancellationToken);
}
