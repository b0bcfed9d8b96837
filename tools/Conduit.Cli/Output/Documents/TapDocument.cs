using System.Text.Json.Nodes;
using Conduit.Operations.Tap;

namespace Conduit.Cli.Output.Documents;

/// <summary>One object per event.</summary>
internal static class TapDocument
{
    public static JsonObject Of(TapEvent tapEvent) => tapEvent switch
    {
        TapRequestBegan began => Request(began),
        TapResponseBegan answered => Response(answered),
        TapResponseEnded ended => End(ended),
        _ => Head("unknown", tapEvent),
    };

    public static string Proxy(TapDirection direction) => direction switch
    {
        TapDirection.Inbound => "inbound",
        TapDirection.Outbound => "outbound",
        _ => "unknown",
    };

    private static JsonObject Request(TapRequestBegan began)
    {
        var document = Head("request", began);
        document["method"] = began.Method;
        document["scheme"] = began.Scheme;
        document["authority"] = began.Authority;
        document["path"] = began.Path;
        AddHeaders(document, began.Headers);
        return document;
    }

    private static JsonObject Response(TapResponseBegan answered)
    {
        var document = Head("response", answered);
        document["httpStatus"] = answered.HttpStatus;
        document["latencyMs"] = answered.Latency.TotalMilliseconds;
        AddHeaders(document, answered.Headers);
        return document;
    }

    private static JsonObject End(TapResponseEnded ended)
    {
        var document = Head("end", ended);
        document["grpcStatus"] = ended.GrpcStatus;
        document["grpcStatusName"] = ended.GrpcStatus is { } status ? GrpcStatusNames.Of(status) : null;
        document["resetError"] = ended.ResetError;
        document["durationMs"] = ended.Duration.TotalMilliseconds;
        document["responseBytes"] = ended.ResponseBytes;
        return document;
    }

    private static void AddHeaders(JsonObject document, TapHeaders headers)
    {
        document["headers"] = new JsonArray([.. headers.Shown.Select(Header)]);
        document["headersLeftOut"] = headers.LeftOut;
    }

    private static JsonObject Header(TapHeader header) => header.Value is { } value
        ? new() { ["name"] = header.Name, ["value"] = value }
        : new() { ["name"] = header.Name, ["redacted"] = true };

    private static JsonObject Head(string kind, TapEvent tapEvent) => new()
    {
        ["event"] = kind,
        ["id"] = tapEvent.Id.ToString(),
        ["proxy"] = Proxy(tapEvent.Direction),
        ["source"] = Peer(tapEvent.Source),
        ["destination"] = Peer(tapEvent.Destination),
        ["tls"] = tapEvent.Tls,
    };

    private static JsonObject Peer(TapPeer peer) => new()
    {
        ["address"] = peer.Address.ToString(),
        ["labels"] = new JsonObject(peer.Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))),
    };
}
