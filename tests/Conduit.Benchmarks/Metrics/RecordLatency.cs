using BenchmarkDotNet.Attributes;
using Conduit.Model.Metrics;

namespace Conduit.Benchmarks.Metrics;

/// <summary>What does it cost to count one response's latency? It is paid once per request, on the path of the request.</summary>
[MemoryDiagnoser]
public class RecordLatency
{
    private readonly LatencyHistogram _histogram = new();
    private readonly TimeSpan[] _latencies = new TimeSpan[1024];
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);

        for (var index = 0; index < _latencies.Length; index++)
        {
            _latencies[index] = TimeSpan.FromMicroseconds(Math.Pow(10, 1 + (random.NextDouble() * 5)));
        }

        var before = _histogram.Total;
        Record();

        if (_histogram.Total != before + 1)
        {
            throw new InvalidOperationException("The histogram did not count.");
        }
    }

    [Benchmark(Baseline = true)]
    public TimeSpan ReadOnly() => _latencies[_next++ & 1023];

    [Benchmark]
    public void Record() => _histogram.Record(_latencies[_next++ & 1023]);
}
