using Conduit.Proxy.Detection;
using Conduit.Testing.Fuzzing;

namespace Conduit.Proxy.Tests.Detection;

public sealed class DetectionFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        HelloBytes.Made(HelloBytes.ServerName("web.example")),
        HelloBytes.Made([.. HelloBytes.Padding(300), .. HelloBytes.ServerName("web.example")], recordLength: 70),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray(),
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(),
    ];

    private readonly int _rounds = FuzzRounds.Count(100_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_comes_gets_a_verdict_that_more_bytes_do_not_change(int seed)
    {
        var random = new Random(seed);

        for (var round = 0; round < _rounds; round++)
        {
            var bytes = Mutate(random);
            var early = bytes.AsSpan(0, random.Next(bytes.Length + 1));

            if (ProtocolDetector.Detect(early) is { } verdict)
            {
                Assert.Equal(verdict, ProtocolDetector.Detect(bytes));
            }

            var hello = ClientHello.Read(early, out var name);
            Assert.True(name is null || hello == ClientHelloResult.Complete);

            if (hello == ClientHelloResult.Complete)
            {
                Assert.Equal(hello, ClientHello.Read(bytes, out var again));
                Assert.Equal(name, again);
            }
        }
    }

    private static byte[] Mutate(Random random)
    {
        var bytes = (byte[])Seeds[random.Next(Seeds.Length)].Clone();

        for (var change = random.Next(6); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
