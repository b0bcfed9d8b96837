using System.Globalization;
using System.Text;
using Conduit.Model.Failures;
using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Messages;

/// <summary>Responses that the proxy makes itself: plain ones by status, gRPC's as trailers only.</summary>
internal static class LocalResponse
{
    public static void Write(HeaderBlock block, ProxyError error, bool isGrpc)
    {
        block.Clear();

        if (isGrpc)
        {
            block.Add(":status"u8, "200"u8);
            block.Add("content-type"u8, "application/grpc"u8);
            block.Add("grpc-status"u8, Bytes(error.GrpcStatus));
            block.Add("grpc-message"u8, Encoding.ASCII.GetBytes(GrpcMessage(error)));
        }
        else
        {
            block.Add(":status"u8, Bytes(error.HttpStatus));
            block.Add("content-length"u8, "0"u8);
        }

        block.Add(Encoding.ASCII.GetBytes(ProxyError.HeaderName), Encoding.ASCII.GetBytes(error.HeaderValue));
    }

    /// <summary>A header section longer than we take (RFC 6585 §5).</summary>
    public static void WriteTooLarge(HeaderBlock block)
    {
        block.Clear();
        block.Add(":status"u8, "431"u8);
        block.Add("content-length"u8, "0"u8);
    }

    private static string GrpcMessage(ProxyError error) =>
        Uri.EscapeDataString($"{error.HeaderValue}: {error.Meaning}").Replace("%20", " ", StringComparison.Ordinal);

    private static byte[] Bytes(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
