using Conduit.Proxy.Http2.Flow;

namespace Conduit.Proxy.Tests.Http2.Flow;

public sealed class ConnectionCreditTests
{
    private readonly ConnectionCredit _credit = new(window: 100, bufferLimit: 50);

    [Fact]
    public void What_is_taken_is_given_back_on_receipt()
    {
        Assert.True(_credit.TryTake(60));
        _credit.Buffered(40);

        Assert.Equal(60, _credit.Refill());
        Assert.True(_credit.TryTake(100));
        Assert.False(_credit.TryTake(1));
    }

    [Fact]
    public void Above_the_limit_it_is_given_back_once_readers_have_caught_up()
    {
        _credit.Buffered(51);
        Assert.True(_credit.TryTake(60));
        Assert.Equal(0, _credit.Refill());

        _credit.Unbuffered(1);
        Assert.Equal(60, _credit.Refill());
    }
}
