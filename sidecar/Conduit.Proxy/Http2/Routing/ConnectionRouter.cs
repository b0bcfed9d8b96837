using System.Net;
using Conduit.Proxy.Forwarding;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Streams;

namespace Conduit.Proxy.Http2.Routing;

/// <summary>Begins the requests of one client's connection.</summary>
internal sealed class ConnectionRouter(RelayRouting routing, IRouteSource routes, IPEndPoint source, IPEndPoint? local, IPEndPoint? originalDestination)
    : IStreamRouter
{
    public IStreamJourney Begin(RelayedStream stream)
    {
        var (head, fields) = (stream.Head, stream.Fields);
        var authority = routing.Strings.Get(head, fields.Authority >= 0 ? fields.Authority : FindHost(head));
        var result = routes.Resolve(originalDestination, authority);

        if (result.Route is { Authority: { } rewritten } route && fields.Authority >= 0)
        {
            authority = rewritten;
            head.Replace(fields.Authority, route.AuthorityBytes.Span);
        }

        var request = new RequestHead(
            routing.Strings.Get(head, fields.Method),
            routing.Strings.Get(head, fields.Scheme),
            authority,
            routing.Strings.Get(head, fields.Path),
            stream.IsGrpc,
            routing.Direction == Direction.Inbound && IsProbe(head));

        var journey = routing.Journeys.TryPop(out var used) ? used : new ExchangeJourney(routing);
        journey.Begin(request, head, source, result, local?.Address);
        return journey;
    }

    private static int FindHost(HeaderBlock head) => Find(head, "host"u8);

    private static bool IsProbe(HeaderBlock head) => Find(head, "user-agent"u8) is >= 0 and var field && head.Value(field).StartsWith("kube-probe/"u8);

    private static int Find(HeaderBlock head, ReadOnlySpan<byte> name)
    {
        for (var field = 0; field < head.Count; field++)
        {
            if (head.Name(field).SequenceEqual(name))
            {
                return field;
            }
        }

        return -1;
    }
}
