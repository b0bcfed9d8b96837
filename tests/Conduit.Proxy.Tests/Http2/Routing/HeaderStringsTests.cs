using Conduit.Proxy.Http2.Routing;
using Conduit.Proxy.Tests.Http2.Hpack;

namespace Conduit.Proxy.Tests.Http2.Routing;

public sealed class HeaderStringsTests
{
    private readonly HeaderStrings _strings = new();

    [Fact]
    public void The_same_field_is_the_same_string()
    {
        var first = _strings.Get(HeaderLines.Block(":path: /a"), 0);

        Assert.Equal("/a", first);
        Assert.Same(first, _strings.Get(HeaderLines.Block(":path: /a"), 0));
    }

    [Fact]
    public void Many_values_are_never_mixed_up()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var value = 0; value < 5_000; value++)
            {
                Assert.Equal($"/{value}", _strings.Get(HeaderLines.Block($":path: /{value}"), 0));
            }
        }
    }

    [Fact]
    public void Bytes_beyond_ascii_are_kept_apart()
    {
        Assert.Equal("/é", _strings.Get(HeaderLines.Block(":path: /é"), 0));
        Assert.Equal("/é", _strings.Get(HeaderLines.Block(":path: /é"), 0));
    }

    [Fact]
    public void A_field_that_is_not_there_is_empty() => Assert.Empty(_strings.Get(HeaderLines.Block(), -1));
}
