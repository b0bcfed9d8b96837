using Conduit.Proxy.Detection;
using Conduit.Proxy.Forwarding;

namespace Conduit.Proxy.Telemetry;

/// <summary>Counts what clients' connections were taken for.</summary>
internal sealed class DetectionMetrics : IMetricsSection
{
    private const string Name = "conduit_proxy_detected_total";

    private static readonly Direction[] Directions = Enum.GetValues<Direction>();
    private static readonly DetectionVerdict[] Verdicts = Enum.GetValues<DetectionVerdict>();

    private readonly long[] _counts = new long[Directions.Length * Verdicts.Length];

    public void Count(Direction direction, DetectionVerdict verdict) => Interlocked.Increment(ref _counts[Index(direction, verdict)]);

    public void Write(MetricsText text)
    {
        text.Describe(Name, "counter", "Connections by what they were taken for.");

        foreach (var direction in Directions)
        {
            foreach (var verdict in Verdicts)
            {
                if (Interlocked.Read(ref _counts[Index(direction, verdict)]) is > 0 and var count)
                {
                    text.Value(Name, $"{MetricsText.Label("direction", direction.Label())},{MetricsText.Label("verdict", Word(verdict))}", count);
                }
            }
        }
    }

    private static int Index(Direction direction, DetectionVerdict verdict) => ((int)direction * Verdicts.Length) + (int)verdict;

    private static string Word(DetectionVerdict verdict) => verdict switch
    {
        DetectionVerdict.Http1 => "http1",
        DetectionVerdict.Http2 => "http2",
        DetectionVerdict.Tls => "tls",
        DetectionVerdict.Opaque => "opaque",
        DetectionVerdict.OpaquePort => "opaque_port",
        DetectionVerdict.ServerFirst => "server_first",
        _ => "timed_out",
    };
}
