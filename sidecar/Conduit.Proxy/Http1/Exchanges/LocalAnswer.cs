using System.Globalization;
using System.Text;
using Conduit.Model.Failures;
using Conduit.Proxy.Transport.Buffers;
using Microsoft.AspNetCore.WebUtilities;

namespace Conduit.Proxy.Http1.Exchanges;

/// <summary>Responses that the proxy makes itself.</summary>
internal static class LocalAnswer
{
    /// <param name="output">Where it goes.</param>
    /// <param name="error">What it says.</param>
    /// <param name="minor">The version of the request: 0 or 1.</param>
    /// <param name="closes">True when it is the last on its connection.</param>
    public static void Write(ByteQueue output, ProxyError error, int minor, bool closes)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.{minor} {error.HttpStatus} {ReasonPhrases.GetReasonPhrase(error.HttpStatus)}\r\ncontent-length: 0\r\n{ProxyError.HeaderName}: {error.HeaderValue}\r\n");
        output.Write(Encoding.ASCII.GetBytes(head));
        output.Write((closes, minor) switch
        {
            (true, 1) => "Connection: close\r\n\r\n"u8,
            (false, 0) => "Connection: keep-alive\r\n\r\n"u8,
            _ => "\r\n"u8,
        });
    }
}
