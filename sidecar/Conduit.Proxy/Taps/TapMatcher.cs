using System.Net;
using Conduit.Protocol.Common;
using Conduit.Protocol.Mapping;
using Conduit.Protocol.Taps;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Taps;

/// <summary>Says whether a tap wants to see an exchange. Only asked while someone taps.</summary>
internal static class TapMatcher
{
    public static bool Matches(Match? match, Exchange exchange) => match?.MatchCase switch
    {
        null or Match.MatchOneofCase.None => true,
        Match.MatchOneofCase.All => match.All.Matches.All(part => Matches(part, exchange)),
        Match.MatchOneofCase.Any => match.Any.Matches.Any(part => Matches(part, exchange)),
        Match.MatchOneofCase.Not => !Matches(match.Not, exchange),
        Match.MatchOneofCase.Source => MatchesTcp(match.Source, exchange.Source),
        Match.MatchOneofCase.Destination => exchange.Destination is { } destination && MatchesTcp(match.Destination, destination),
        Match.MatchOneofCase.Http => MatchesHttp(match.Http, exchange.Head),
        Match.MatchOneofCase.DestinationLabel => exchange.Labels.Pairs.Contains(new(match.DestinationLabel.Key, match.DestinationLabel.Value)),
        Match.MatchOneofCase.Direction => match.Direction == TapEvents.DirectionOf(exchange),
        _ => false,
    };

    private static bool MatchesTcp(Match.Types.Tcp match, IPEndPoint peer) => match.MatchCase switch
    {
        Match.Types.Tcp.MatchOneofCase.Netmask => MatchesNet(match.Netmask, peer.Address),
        Match.Types.Tcp.MatchOneofCase.Ports => peer.Port >= match.Ports.Min && peer.Port <= match.Ports.Max,
        _ => true,
    };

    /// <summary>The mask is a prefix length.</summary>
    private static bool MatchesNet(Match.Types.Tcp.Types.Netmask net, System.Net.IPAddress address)
    {
        var network = new TcpAddress { Ip = net.Ip }.ToEndPoint().Address;
        var peer = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var wanted = network.GetAddressBytes();
        var actual = peer.GetAddressBytes();

        return wanted.Length == actual.Length
            && Enumerable.Range(0, Math.Min((int)net.Mask, wanted.Length * 8)).All(bit => Bit(wanted, bit) == Bit(actual, bit));
    }

    private static bool Bit(byte[] bytes, int bit) => (bytes[bit / 8] & (0x80 >> (bit % 8))) != 0;

    private static bool MatchesHttp(Match.Types.Http match, RequestHead head) => match.MatchCase switch
    {
        Match.Types.Http.MatchOneofCase.Scheme => match.Scheme.ToText().Equals(head.Scheme, StringComparison.OrdinalIgnoreCase),
        Match.Types.Http.MatchOneofCase.Method => match.Method.ToText() == head.Method,
        Match.Types.Http.MatchOneofCase.Authority => MatchesText(match.Authority, head.Authority),
        Match.Types.Http.MatchOneofCase.Path => MatchesText(match.Path, head.Path),
        _ => true,
    };

    private static bool MatchesText(Match.Types.Http.Types.StringMatch match, string text) => match.MatchCase switch
    {
        Match.Types.Http.Types.StringMatch.MatchOneofCase.Exact => match.Exact == text,
        Match.Types.Http.Types.StringMatch.MatchOneofCase.Prefix => text.StartsWith(match.Prefix, StringComparison.Ordinal),
        _ => true,
    };
}
