using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>Counts connections and their bytes.</summary>
internal sealed class TransportMetrics(TimeProvider time) : IMetricsSection
{
    private readonly TransportSeries _inboundSource = new("direction=\"inbound\",peer=\"src\",tls=\"disabled\"");
    private readonly TransportSeries _inboundDestination = new("direction=\"inbound\",peer=\"dst\",tls=\"no_identity\"");
    private readonly TransportSeries _outboundSource = new("direction=\"outbound\",peer=\"src\",tls=\"internal_traffic\"");
    private readonly TransportSeries _outboundDestination = new("direction=\"outbound\",peer=\"dst\",tls=\"no_identity\"");

    public OpenTransport Open(Direction direction, Peer peer) => new(Series(direction, peer), time);

    public void Write(MetricsText text)
    {
        TransportSeries[] all = [.. new[] { _inboundSource, _inboundDestination, _outboundSource, _outboundDestination }.Where(series => series.Opened > 0)];

        text.Describe("tcp_open_total", "counter", "Connections opened.");
        Each(all, series => text.Value("tcp_open_total", series.Labels, series.Opened));
        text.Describe("tcp_open_connections", "gauge", "Connections that are open now.");
        Each(all, series => text.Value("tcp_open_connections", series.Labels, series.Open));
        text.Describe("tcp_read_bytes_total", "counter", "Bytes read from peers.");
        Each(all, series => text.Value("tcp_read_bytes_total", series.Labels, series.ReadBytes));
        text.Describe("tcp_write_bytes_total", "counter", "Bytes written to peers.");
        Each(all, series => text.Value("tcp_write_bytes_total", series.Labels, series.WrittenBytes));
        WriteClosed(text, [.. all.SelectMany(Closed).Where(closed => closed.Durations.Count > 0)]);
    }

    private static void WriteClosed(MetricsText text, (string Labels, HistogramSnapshot Durations)[] all)
    {
        text.Describe("tcp_close_total", "counter", "Connections closed.");
        Each(all, closed => text.Value("tcp_close_total", closed.Labels, closed.Durations.Count));
        text.Describe("tcp_connection_duration_ms", "histogram", "How long connections lasted.");
        Each(all, closed => text.Histogram("tcp_connection_duration_ms", closed.Labels, closed.Durations));
    }

    private static IEnumerable<(string Labels, HistogramSnapshot Durations)> Closed(TransportSeries series) =>
    [
        ($"{series.Labels},classification=\"success\"", series.Successes.Snapshot()),
        ($"{series.Labels},classification=\"failure\"", series.Failures.Snapshot()),
    ];

    private static void Each<T>(T[] all, Action<T> write) => Array.ForEach(all, write);

    private TransportSeries Series(Direction direction, Peer peer) => (direction, peer) switch
    {
        (Direction.Inbound, Peer.Source) => _inboundSource,
        (Direction.Inbound, _) => _inboundDestination,
        (_, Peer.Source) => _outboundSource,
        _ => _outboundDestination,
    };
}
