using Conduit.Grpc.Headers;

namespace Conduit.Grpc.Tests.Headers;

public sealed class GrpcHeaderTests
{
    [Theory]
    [InlineData("application/grpc", true)]
    [InlineData("application/grpc+proto", true)]
    [InlineData("Application/GRPC; charset=utf-8", true)]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/json", false)]
    [InlineData(null, false)]
    public void Only_grpc_and_its_message_formats_are_grpc(string? contentType, bool isGrpc) =>
        Assert.Equal(isGrpc, GrpcHeader.IsGrpcContentType(contentType));
}
