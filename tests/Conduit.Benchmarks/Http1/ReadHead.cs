using BenchmarkDotNet.Attributes;
using Conduit.Proxy.Http1;
using Conduit.Proxy.Http1.Heads;

namespace Conduit.Benchmarks.Http1;

/// <summary>What does it cost to understand a request's head, beside only finding where it ends?</summary>
[MemoryDiagnoser]
public class ReadHead
{
    private static readonly Http1Options Options = new();

    private readonly HeadReader _reader = new(Options);
    private readonly FieldList _fields = new(Options.MaxFields);
    private readonly byte[] _head =
    [
        .. "GET /api/list?page=1 HTTP/1.1\r\nHost: web-svc.emojivoto\r\nConnection: keep-alive\r\nAccept: application/json, text/plain, */*\r\n"u8,
        .. "User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nReferer: http://web-svc.emojivoto/\r\nAccept-Encoding: gzip, deflate\r\n"u8,
        .. "Accept-Language: en-US,en;q=0.9\r\nCookie: session=0123456789abcdef0123456789abcdef\r\n\r\n"u8,
    ];

    [GlobalSetup]
    public void Setup()
    {
        if (Understand() != _head.Length || FindEnd() + 4 != _head.Length || _fields.Count != 8)
        {
            throw new InvalidOperationException("The head was not read.");
        }
    }

    [Benchmark(Baseline = true)]
    public int FindEnd() => _head.AsSpan().IndexOf("\r\n\r\n"u8);

    [Benchmark]
    public int Understand() => _reader.ReadRequest(_head, _fields, out _, out var length) == HeadResult.Complete ? length : 0;
}
