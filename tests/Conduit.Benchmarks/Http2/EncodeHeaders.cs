using BenchmarkDotNet.Attributes;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Benchmarks.Http2;

/// <summary>What does the index of fields that were sent before save? A section is written once per request and once per response.</summary>
[MemoryDiagnoser]
public class EncodeHeaders
{
    private const int TableSize = 4096;

    private readonly HeaderBlock _section = GrpcSection.Create();
    private readonly HpackEncoder _encoder = new(TableSize);
    private readonly HpackEncoder _encoderWithoutTable = new(0);
    private readonly byte[] _target = new byte[1024];

    [GlobalSetup]
    public void Setup()
    {
        // The first time fills the table; from then on most fields are a byte.
        Known();

        if (Known() > Spelled() / 2)
        {
            throw new InvalidOperationException("The table saved too little.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Spelled() => _encoderWithoutTable.Encode(_section, _target, indexesPath: false);

    [Benchmark]
    public int Known() => _encoder.Encode(_section, _target, indexesPath: true);
}
