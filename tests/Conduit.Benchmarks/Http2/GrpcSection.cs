using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Benchmarks.Http2;

/// <summary>The head of a gRPC request, as our users' programs send it.</summary>
internal static class GrpcSection
{
    public static HeaderBlock Create()
    {
        var block = new HeaderBlock();
        block.Add(":method"u8, "POST"u8);
        block.Add(":scheme"u8, "http"u8);
        block.Add(":path"u8, "/emojivoto.v1.VotingService/VoteDoughnut"u8);
        block.Add(":authority"u8, "voting-svc.emojivoto:8080"u8);
        block.Add("te"u8, "trailers"u8);
        block.Add("content-type"u8, "application/grpc"u8);
        block.Add("user-agent"u8, "grpc-dotnet/2.0"u8);
        block.Add("grpc-timeout"u8, "5S"u8);
        return block;
    }
}
