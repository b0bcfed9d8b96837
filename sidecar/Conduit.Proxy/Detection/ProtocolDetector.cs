using System.Buffers;

namespace Conduit.Proxy.Detection;

/// <summary>
/// Tells protocols apart by a connection's first bytes: the preface of HTTP/2 (RFC 9113 §3.4), a handshake record of TLS (RFC 8446 §5.1),
/// or a whole request line of HTTP/1 (RFC 9112 §3), since many text protocols also begin with a word and a space.
/// </summary>
internal static class ProtocolDetector
{
    /// <summary>Longer than any request target that a server of ours would take; a longer first line is no HTTP.</summary>
    public const int LongestRequestLine = 64 * 1024;

    private const int LongestMethod = 32;
    private const int HandshakeTypeAt = 5;
    private const byte ClientHelloType = 1;

    private static readonly SearchValues<byte> TokenBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    // A record of the handshake in any version, since 3.0 stands there for all of them (RFC 8446 §5.1).
    private static ReadOnlySpan<byte> HandshakeRecord => [22, 3];

    /// <summary>The protocol, or null when more bytes are needed to tell.</summary>
    public static ApplicationProtocol? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (StartsAs(bytes, Preface))
        {
            return bytes.Length >= Preface.Length ? ApplicationProtocol.Http2 : null;
        }

        return StartsAs(bytes, HandshakeRecord) ? DetectHello(bytes) : DetectRequestLine(bytes);
    }

    private static bool StartsAs(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> start) =>
        bytes.Length < start.Length ? start.StartsWith(bytes) : bytes.StartsWith(start);

    private static ApplicationProtocol? DetectHello(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= HandshakeTypeAt)
        {
            return null;
        }

        return bytes[HandshakeTypeAt] == ClientHelloType ? ApplicationProtocol.Tls : ApplicationProtocol.Opaque;
    }

    private static ApplicationProtocol? DetectRequestLine(ReadOnlySpan<byte> bytes)
    {
        var method = bytes.IndexOf((byte)' ');

        if (method < 0)
        {
            return bytes.Length <= LongestMethod && IsToken(bytes) ? null : ApplicationProtocol.Opaque;
        }

        if (method is 0 or > LongestMethod || !IsToken(bytes[..method]))
        {
            return ApplicationProtocol.Opaque;
        }

        var rest = bytes[(method + 1)..];
        var end = rest.IndexOf((byte)'\n');

        if (end < 0)
        {
            return bytes.Length < LongestRequestLine ? null : ApplicationProtocol.Opaque;
        }

        return EndsWithVersion(rest[..end]) ? ApplicationProtocol.Http1 : ApplicationProtocol.Opaque;
    }

    private static bool EndsWithVersion(ReadOnlySpan<byte> rest) => rest.EndsWith(" HTTP/1.1\r"u8) || rest.EndsWith(" HTTP/1.0\r"u8);

    private static bool IsToken(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(TokenBytes);
}
