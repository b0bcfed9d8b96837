using System.Globalization;
using Conduit.Controller.Cluster;
using Conduit.Controller.Web.Documents;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Google.Protobuf.WellKnownTypes;
using Http = Conduit.Protocol.Common.TapEvent.Types.Http;

namespace Conduit.Controller.Web.Streams;

/// <summary>From the wire's tap events to the dashboard's.</summary>
internal static class TapEventMapping
{
    /// <summary>The event's name and content; null for an event that this version does not know.</summary>
    public static (string Name, TapEventDocument Document)? ToDocument(TapEvent wire) => wire.Http?.EventCase switch
    {
        Http.EventOneofCase.RequestInit => ("request", Request(wire, wire.Http.RequestInit)),
        Http.EventOneofCase.ResponseInit => ("response", Response(wire, wire.Http.ResponseInit)),
        Http.EventOneofCase.ResponseEnd => ("end", End(wire, wire.Http.ResponseEnd)),
        _ => null,
    };

    private static TapEventDocument Request(TapEvent wire, TapEvent.Types.RequestInit request) => Step(wire, request.Id) with
    {
        Method = request.Method?.ToText() ?? "",
        Scheme = request.Scheme?.ToText() ?? "",
        Authority = request.Authority,
        Path = request.Path,
        Headers = Headers(request.Headers),
        HeadersLeftOut = request.Headers?.LeftOut,
    };

    private static TapEventDocument Response(TapEvent wire, TapEvent.Types.ResponseInit response) => Step(wire, response.Id) with
    {
        Status = response.HttpStatus,
        SinceRequest = Milliseconds(response.SinceRequestInit),
        Headers = Headers(response.Headers),
        HeadersLeftOut = response.Headers?.LeftOut,
    };

    private static TapEventDocument End(TapEvent wire, TapEvent.Types.ResponseEnd end) => Step(wire, end.Id) with
    {
        SinceRequest = Milliseconds(end.SinceRequestInit),
        SinceResponse = Milliseconds(end.SinceResponseInit),
        Bytes = end.ResponseBytes,
        GrpcStatus = end.Eos?.EndCase == Eos.EndOneofCase.GrpcStatusCode ? end.Eos.GrpcStatusCode : null,
        Reset = end.Eos?.EndCase == Eos.EndOneofCase.ResetErrorCode ? end.Eos.ResetErrorCode : null,
    };

    private static TapEventDocument Step(TapEvent wire, TapEvent.Types.StreamId? id) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{id?.Base ?? 0}-{id?.Stream ?? 0}"),
        Direction = wire.ProxyDirection == ProxyDirection.Outbound ? "outbound" : "inbound",
        Source = Peer(wire.Source, wire.SourceMeta),
        Destination = Peer(wire.Destination, wire.DestinationMeta),
    };

    private static TapPeerDocument Peer(TcpAddress? address, TapEvent.Types.EndpointMeta? meta)
    {
        string? Label(string key) => meta is not null && meta.Labels.TryGetValue(key, out var value) ? value : null;

        return new TapPeerDocument(
            address?.ToEndPoint().ToString() ?? "",
            Label(PodLabels.Pod),
            PeerName.Of(Label) is { } resource ? ResourceDocument.Of(resource) : null);
    }

    private static TapHeaderDocument[]? Headers(TapEvent.Types.Headers? headers) =>
        headers?.Headers_.Select(header => new TapHeaderDocument(header.Name, header.Redacted ? null : header.Value)).ToArray();

    private static double Milliseconds(Duration? duration) => duration?.ToTimeSpan().TotalMilliseconds ?? 0;
}
