using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Telemetry;
using Conduit.Proxy.Tests.Forwarding;

namespace Conduit.Proxy.Tests.Telemetry;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData(200, null, true)]
    [InlineData(404, null, true)]
    [InlineData(499, null, true)]
    [InlineData(500, null, false)]
    [InlineData(503, null, false)]
    [InlineData(200, 0, true)]
    [InlineData(200, 5, false)]
    [InlineData(500, 0, true)]
    public void A_response_is_judged_by_its_grpc_status_before_its_http_status(int status, int? grpcStatus, bool expected)
    {
        var exchange = TestExchanges.Begin(TimeProvider.System);
        exchange.Responded(status, grpcStatus);
        exchange.Ended();

        Assert.Equal(new ResponseKey(expected, status, grpcStatus, status / 100), Classification.Of(exchange));
    }

    [Fact]
    public void A_reset_is_a_failure_whatever_came_before_it()
    {
        var before = TestExchanges.Begin(TimeProvider.System);
        before.Reset(Http2Error.Cancel);
        var after = TestExchanges.Begin(TimeProvider.System);
        after.Responded(200, grpcStatus: 0);
        after.Reset(Http2Error.Internal);

        Assert.Equal(new ResponseKey(IsSuccess: false, 500, GrpcStatus: null, StatusClass: 0), Classification.Of(before));
        Assert.Equal(new ResponseKey(IsSuccess: false, 500, GrpcStatus: null, StatusClass: 2), Classification.Of(after));
    }
}
