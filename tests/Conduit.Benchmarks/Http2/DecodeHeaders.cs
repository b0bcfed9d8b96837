using BenchmarkDotNet.Attributes;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Benchmarks.Http2;

/// <summary>What does it cost to read a section whose fields the table knows, and one that spells them out?</summary>
[MemoryDiagnoser]
public class DecodeHeaders
{
    private readonly HpackDecoder _decoder = new(HpackLimits.Default);
    private readonly HeaderBlock _target = new();
    private readonly HpackScratch _scratch = new();
    private readonly byte[] _spelled = Encode(new HpackEncoder(0), times: 1);
    private readonly byte[] _known = Encode(new HpackEncoder(4096), times: 2);

    [GlobalSetup]
    public void Setup()
    {
        // What fills the table on our side, as the first request of a connection does.
        Decode(Encode(new HpackEncoder(4096), times: 1));

        if (Spelled() != Known() || Known() != GrpcSection.Create().Count)
        {
            throw new InvalidOperationException("The section was not read.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Spelled() => Decode(_spelled);

    [Benchmark]
    public int Known() => Decode(_known);

    /// <returns>What the last of so many times comes to.</returns>
    private static byte[] Encode(HpackEncoder encoder, int times)
    {
        var (target, length) = (new byte[1024], 0);

        for (; times > 0; times--)
        {
            length = encoder.Encode(GrpcSection.Create(), target, indexesPath: true);
        }

        return target[..length];
    }

    private int Decode(byte[] section)
    {
        _target.Clear();
        return _decoder.Decode(section, _target, _scratch) == HpackResult.Decoded ? _target.Count : throw new InvalidOperationException("This is no HPACK.");
    }
}
