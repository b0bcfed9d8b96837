using System.Collections.Immutable;

namespace Conduit.Model.Failures;

/// <summary>Every error that a proxy can answer with. Codes are contract: a number is never given a second meaning.</summary>
public static class ProxyErrors
{
    private const int GrpcInternal = 13;
    private const int GrpcUnavailable = 14;
    private const int GrpcDeadlineExceeded = 4;

    public static ProxyError ConnectFailed { get; } = new(
        "CDT0101", ProxyErrorClass.Connect, 502, GrpcUnavailable,
        new(
            "No connection could be made to any endpoint of the destination.",
            "The destination: none of its pods took the connection in time.",
            "See that the destination's pods run and listen on the port that the service names."));

    public static ProxyError LocalConnectFailed { get; } = new(
        "CDT0102", ProxyErrorClass.Connect, 502, GrpcUnavailable,
        new(
            "The proxy beside the application could not connect to it.",
            "The application in the pod that was called: it takes no connections on this port.",
            "See that the application runs and listens on this port on the pod's own address."));

    public static ProxyError UpstreamBroke { get; } = new(
        "CDT0201", ProxyErrorClass.Upstream, 502, GrpcUnavailable,
        new(
            "The connection to the endpoint ended before its response was complete.",
            "The destination: it crashed, was stopped, or broke the protocol while it answered.",
            "Look for a crash or a restart of the destination at that time."));

    public static ProxyError NoEndpoints { get; } = new(
        "CDT0301", ProxyErrorClass.Unavailable, 503, GrpcUnavailable,
        new(
            "The service has no endpoint that is ready.",
            "The destination: its service selects no pod, or none of its pods is ready.",
            "See that pods match the service's selector and are ready."));

    public static ProxyError FailFast { get; } = new(
        "CDT0302", ProxyErrorClass.Unavailable, 503, GrpcUnavailable,
        new(
            "Every endpoint failed lately, so the request was refused at once.",
            "The destination: its pods failed one after the other just before.",
            "Look at the destination's own errors; the proxy tries it again by itself."));

    public static ProxyError UnknownDestination { get; } = new(
        "CDT0303", ProxyErrorClass.Unavailable, 503, GrpcUnavailable,
        new(
            "No such destination is known, and the request has no original address to fall back to.",
            "The caller: it asked for a name that no service has.",
            "Check the name of the service, its namespace and the port."));

    public static ProxyError Draining { get; } = new(
        "CDT0304", ProxyErrorClass.Unavailable, 503, GrpcUnavailable,
        new(
            "The proxy is shutting down.",
            "Nobody: the pod that was called is being stopped, as in a rollout.",
            "Send the request again; it will be answered by another pod."));

    public static ProxyError DiscoveryTimedOut { get; } = new(
        "CDT0401", ProxyErrorClass.Timeout, 504, GrpcDeadlineExceeded,
        new(
            "No usable endpoint was found within the bind timeout.",
            "The control plane, or the way to it: the proxy heard of no endpoint.",
            "See that the controller is reachable from the proxy and knows the destination."));

    public static ProxyError UpstreamTimedOut { get; } = new(
        "CDT0402", ProxyErrorClass.Timeout, 504, GrpcDeadlineExceeded,
        new(
            "The endpoint did not answer in time.",
            "The destination: it is slow, overloaded, or hangs.",
            "Look at the destination's latency and load."));

    public static ProxyError Loop { get; } = new(
        "CDT0501", ProxyErrorClass.Loop, 508, GrpcInternal,
        new(
            "The request's destination is the proxy itself.",
            "The caller: it addressed a proxy's own port.",
            "Address the service or the application's port, not the proxy's."));

    public static ProxyError BadRequest { get; } = new(
        "CDT0601", ProxyErrorClass.BadRequest, 400, GrpcInternal,
        new(
            "The request is not valid HTTP.",
            "The caller: what it sent breaks the protocol.",
            "Correct the client; the log of the proxy names the fault."));

    public static ProxyError RequestTimedOut { get; } = new(
        "CDT0602", ProxyErrorClass.BadRequest, 408, GrpcDeadlineExceeded,
        new(
            "The client began a request and did not finish its head in time.",
            "The caller, or the network between it and its proxy.",
            "Look for a client that stalls, or for a network that loses its packets."));

    public static ProxyError HeadTooLarge { get; } = new(
        "CDT0603", ProxyErrorClass.BadRequest, 431, GrpcInternal,
        new(
            "The request's head is larger than the proxy takes.",
            "The caller: it sent too much before the body.",
            "Send fewer or shorter headers; cookies are the usual cause."));

    public static ImmutableArray<ProxyError> All { get; } =
    [
        ConnectFailed, LocalConnectFailed, UpstreamBroke, NoEndpoints, FailFast, UnknownDestination,
        Draining, DiscoveryTimedOut, UpstreamTimedOut, Loop, BadRequest,
        RequestTimedOut, HeadTooLarge,
    ];
}
