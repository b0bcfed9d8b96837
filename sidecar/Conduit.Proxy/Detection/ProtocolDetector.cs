using System.Buffers;

namespace Conduit.Proxy.Detection;

/// <summary>
/// Tells protocols apart by a connection's first bytes: the preface of HTTP/2 (RFC 9113 §3.4), or a whole request line of
/// HTTP/1 (RFC 9112 §3), since many text protocols also begin with a word and a space.
/// </summary>
internal static class ProtocolDetector
{
    // Longer than any request target that a server of ours would take; a longer first line is no HTTP.
    private const int LongestRequestLine = 64 * 1024;
    private const int LongestMethod = 32;

    private static readonly SearchValues<byte> TokenBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>The protocol, or null when more bytes are needed to tell.</summary>
    public static ApplicationProtocol? Detect(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        Span<byte> start = stackalloc byte[Preface.Length];
        start = start[..(int)Math.Min(bytes.Length, start.Length)];
        bytes.Slice(0, start.Length).CopyTo(start);

        if (Preface.StartsWith(start))
        {
            return start.Length == Preface.Length ? ApplicationProtocol.Http2 : null;
        }

        return DetectRequestLine(bytes);
    }

    private static ApplicationProtocol? DetectRequestLine(in ReadOnlySequence<byte> bytes)
    {
        var reader = new SequenceReader<byte>(bytes);

        if (!reader.TryReadTo(out ReadOnlySequence<byte> method, (byte)' '))
        {
            return bytes.Length <= LongestMethod && IsToken(bytes) ? null : ApplicationProtocol.Opaque;
        }

        if (method.IsEmpty || method.Length > LongestMethod || !IsToken(method))
        {
            return ApplicationProtocol.Opaque;
        }

        if (!reader.TryReadTo(out ReadOnlySequence<byte> rest, (byte)'\n'))
        {
            return bytes.Length < LongestRequestLine ? null : ApplicationProtocol.Opaque;
        }

        return EndsWithVersion(rest) ? ApplicationProtocol.Http1 : ApplicationProtocol.Opaque;
    }

    private static bool EndsWithVersion(in ReadOnlySequence<byte> rest)
    {
        Span<byte> end = stackalloc byte[" HTTP/1.1\r".Length];

        if (rest.Length < end.Length)
        {
            return false;
        }

        rest.Slice(rest.Length - end.Length).CopyTo(end);
        return end.SequenceEqual(" HTTP/1.1\r"u8) || end.SequenceEqual(" HTTP/1.0\r"u8);
    }

    private static bool IsToken(in ReadOnlySequence<byte> bytes)
    {
        foreach (var part in bytes)
        {
            if (part.Span.ContainsAnyExcept(TokenBytes))
            {
                return false;
            }
        }

        return true;
    }
}
