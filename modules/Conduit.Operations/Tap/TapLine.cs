using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conduit.Operations.Tap;

/// <summary>One event as one line. The form is contract: people grep it.</summary>
public static class TapLine
{
    /// <param name="tapEvent">What happened.</param>
    /// <param name="wide">Whether the headers and all that is known of both ends are added.</param>
    public static string Of(TapEvent tapEvent, bool wide)
    {
        var flow = Flow(tapEvent);

        var line = tapEvent switch
        {
            TapRequestBegan began => $"req id={began.Id} {flow} :method={began.Method} :authority={began.Authority} :path={began.Path}",
            TapResponseBegan answered => Invariant($"rsp id={answered.Id} {flow} :status={answered.HttpStatus} latency={Microseconds(answered.Latency)}µs"),
            TapResponseEnded ended => Invariant(
                $"end id={ended.Id} {flow}{Outcome(ended)} duration={Microseconds(ended.Duration)}µs response-length={ended.ResponseBytes}B"),
            _ => $"unknown {flow}",
        };

        return wide ? line + Labels("src", tapEvent.Source) + Labels("dst", tapEvent.Destination) + Headers(tapEvent) : line;
    }

    private static string Flow(TapEvent tapEvent)
    {
        // The space keeps "in" and "out" aligned.
        var proxy = tapEvent.Direction switch
        {
            TapDirection.Inbound => "in ",
            TapDirection.Outbound => "out",
            _ => "???",
        };

        return $"proxy={proxy} src={tapEvent.Source.Address} dst={Destination(tapEvent.Destination)} tls={tapEvent.Tls}";
    }

    private static string Destination(TapPeer peer) => peer.Pod is { } pod
        ? Invariant($"{pod}:{peer.Address.Port}")
        : peer.Address.ToString();

    private static string Outcome(TapResponseEnded ended) => ended switch
    {
        { GrpcStatus: { } status } => $" grpc-status={GrpcStatusNames.Of(status)}",
        { ResetError: { } error } => Invariant($" reset-error={error}"),
        _ => "",
    };

    private static string Labels(string end, TapPeer peer) =>
        string.Concat(peer.Labels.Select(label => $" {end}_{label.Key}={label.Value}"));

    private static string Headers(TapEvent tapEvent) => tapEvent switch
    {
        TapRequestBegan began => Headers(began.Headers),
        TapResponseBegan answered => Headers(answered.Headers),
        _ => "",
    };

    // In quotes, since values have spaces, and escaped, since they are a stranger's and this goes to a terminal.
    private static string Headers(TapHeaders headers) =>
        string.Concat(headers.Shown.Select(header => $" {header.Name}=\"{JsonEncodedText.Encode(header.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""));

    private static long Microseconds(TimeSpan time) => (long)time.TotalMicroseconds;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
