using System.Collections.Immutable;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Google.Protobuf.WellKnownTypes;
using WireEvent = Conduit.Protocol.Common.TapEvent;
using WireHttp = Conduit.Protocol.Common.TapEvent.Types.Http;
using WireMeta = Conduit.Protocol.Common.TapEvent.Types.EndpointMeta;

namespace Conduit.Operations.Tap;

/// <summary>From the API's events to ours.</summary>
internal static class TapMapping
{
    /// <summary>Null for an event that this version does not know.</summary>
    public static TapEvent? ToTapEvent(WireEvent wire)
    {
        var direction = (TapDirection)wire.ProxyDirection;
        var source = ToPeer(wire.Source, wire.SourceMeta);
        var destination = ToPeer(wire.Destination, wire.DestinationMeta);

        return wire.Http?.EventCase switch
        {
            WireHttp.EventOneofCase.RequestInit => ToRequest(wire.Http.RequestInit, direction, source, destination),
            WireHttp.EventOneofCase.ResponseInit => ToResponse(wire.Http.ResponseInit, direction, source, destination),
            WireHttp.EventOneofCase.ResponseEnd => ToEnd(wire.Http.ResponseEnd, direction, source, destination),
            _ => null,
        };
    }

    private static TapRequestBegan ToRequest(WireEvent.Types.RequestInit wire, TapDirection direction, TapPeer source, TapPeer destination) => new()
    {
        Id = ToId(wire.Id),
        Direction = direction,
        Source = source,
        Destination = destination,
        Method = wire.Method?.ToText() ?? "",
        Scheme = wire.Scheme?.ToText() ?? "",
        Authority = wire.Authority,
        Path = wire.Path,
        Headers = ToHeaders(wire.Headers),
    };

    private static TapResponseBegan ToResponse(WireEvent.Types.ResponseInit wire, TapDirection direction, TapPeer source, TapPeer destination) => new()
    {
        Id = ToId(wire.Id),
        Direction = direction,
        Source = source,
        Destination = destination,
        HttpStatus = (int)wire.HttpStatus,
        Latency = ToTimeSpan(wire.SinceRequestInit),
        Headers = ToHeaders(wire.Headers),
    };

    private static TapResponseEnded ToEnd(WireEvent.Types.ResponseEnd wire, TapDirection direction, TapPeer source, TapPeer destination) => new()
    {
        Id = ToId(wire.Id),
        Direction = direction,
        Source = source,
        Destination = destination,
        Duration = ToTimeSpan(wire.SinceResponseInit),
        Latency = ToTimeSpan(wire.SinceRequestInit),
        ResponseBytes = (long)wire.ResponseBytes,
        GrpcStatus = wire.Eos?.EndCase == Eos.EndOneofCase.GrpcStatusCode ? wire.Eos.GrpcStatusCode : null,
        ResetError = wire.Eos?.EndCase == Eos.EndOneofCase.ResetErrorCode ? wire.Eos.ResetErrorCode : null,
    };

    private static TapHeaders ToHeaders(WireEvent.Types.Headers? wire) => wire is null
        ? TapHeaders.None
        : new([.. wire.Headers_.Select(header => new TapHeader(header.Name, header.Redacted ? null : header.Value))], (int)wire.LeftOut);

    private static TapStreamId ToId(WireEvent.Types.StreamId? id) => new(id?.Base ?? 0, id?.Stream ?? 0);

    private static TapPeer ToPeer(TcpAddress? address, WireMeta? meta) => new(
        (address ?? new TcpAddress()).ToEndPoint(),
        meta?.Labels.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? ImmutableSortedDictionary<string, string>.Empty);

    private static TimeSpan ToTimeSpan(Duration? duration) => duration?.ToTimeSpan() ?? TimeSpan.Zero;
}
