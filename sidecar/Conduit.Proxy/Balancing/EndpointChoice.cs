using System.Diagnostics.CodeAnalysis;
using Conduit.Model.Failures;

namespace Conduit.Proxy.Balancing;

/// <summary>An endpoint, or why there is none.</summary>
internal readonly record struct EndpointChoice
{
    private EndpointChoice(Endpoint? endpoint, ProxyError? error)
    {
        Endpoint = endpoint;
        Error = error;
    }

    public Endpoint? Endpoint { get; }

    public ProxyError? Error { get; }

    [MemberNotNullWhen(true, nameof(Endpoint))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsMade => Endpoint is not null;

    public static EndpointChoice Of(Endpoint endpoint) => new(endpoint, null);

    public static EndpointChoice Refused(ProxyError error) => new(null, error);
}
