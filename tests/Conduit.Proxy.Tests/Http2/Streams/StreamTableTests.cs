using Conduit.Proxy.Http2;
using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Streams;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Tests.Http2.Streams;

public sealed class StreamTableTests
{
    [Fact]
    public void It_holds_what_a_dictionary_holds()
    {
        using var loop = EventLoop.Create(TimeProvider.System);
        var context = new RelayContext(loop, TimeProvider.System, new Http2Options());
        var table = new StreamTable();
        var expected = new Dictionary<int, RelayedStream>();
        var random = new Random(5);

        for (var (round, next) = (0, 1); round < 20_000; round++)
        {
            if (expected.Count == 0 || random.Next(100) < 52)
            {
                expected[next] = new RelayedStream(context);
                table.Add(next, expected[next]);
                next += 2;
            }
            else
            {
                var id = expected.Keys.ElementAt(random.Next(Math.Min(expected.Count, 20)));
                expected.Remove(id);
                table.Remove(id);
                table.Remove(id);
            }

            Assert.Equal(expected.Count, table.Count);
        }

        Assert.All(expected, pair => Assert.Same(pair.Value, table.Find(pair.Key)));
        Assert.Equal(expected.Count, table.ToArray().Length);
        Assert.Null(table.Find(2));
    }
}
