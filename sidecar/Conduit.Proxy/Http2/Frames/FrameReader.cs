using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Http2.Frames;

/// <summary>
/// Cuts a connection's bytes into frames. Frames that lie whole in what was received are parsed where they are; only one that is cut
/// off is copied aside, so an idle connection holds no buffer.
/// </summary>
internal sealed class FrameReader(FrameParser parser, BufferPool buffers)
{
    /// <summary>What a peer may send until we tell it otherwise, which we never do (RFC 9113 §4.2).</summary>
    public const int DefaultMaxLength = 16 * 1024;

    public const int LargestMaxLength = (1 << 24) - 1;

    private byte[]? _partial;
    private int _partialLength;
    private bool _isClosed;

    /// <returns>Why the connection must end; <see cref="Http2Error.None"/> when it goes on.</returns>
    public Http2Error Read(ReadOnlySpan<byte> bytes)
    {
        var error = Http2Error.None;

        if (_partialLength > 0)
        {
            error = Complete(ref bytes);
        }

        while (error == Http2Error.None && !_isClosed && bytes.Length >= FrameHeader.Size)
        {
            var header = FrameHeader.Read(bytes);
            var end = FrameHeader.Size + header.Length;

            if (header.Length > DefaultMaxLength)
            {
                return Http2Error.FrameSize;
            }

            if (bytes.Length < end)
            {
                break;
            }

            error = parser.Parse(header, bytes[FrameHeader.Size..end]);
            bytes = bytes[end..];
        }

        if (error == Http2Error.None && !_isClosed)
        {
            Keep(bytes);
        }

        return error;
    }

    /// <summary>Gives the buffer back; what comes after is not looked at.</summary>
    public void Close()
    {
        _isClosed = true;
        Release();
    }

    private Http2Error Complete(ref ReadOnlySpan<byte> bytes)
    {
        Take(ref bytes, FrameHeader.Size);

        if (_partialLength < FrameHeader.Size)
        {
            return Http2Error.None;
        }

        var header = FrameHeader.Read(_partial);

        if (header.Length > DefaultMaxLength)
        {
            return Http2Error.FrameSize;
        }

        var end = FrameHeader.Size + header.Length;
        Take(ref bytes, end);

        if (_partialLength < end)
        {
            return Http2Error.None;
        }

        // The handler may close this reader, which gives a buffer back that it is still reading from; so the buffer leaves first.
        var whole = _partial!;
        _partial = null;
        _partialLength = 0;
        var error = parser.Parse(header, whole.AsSpan(FrameHeader.Size, header.Length));
        buffers.Return(whole);
        return error;
    }

    private void Take(ref ReadOnlySpan<byte> bytes, int upTo)
    {
        var part = bytes[..Math.Clamp(upTo - _partialLength, 0, bytes.Length)];
        part.CopyTo(_partial.AsSpan(_partialLength));
        _partialLength += part.Length;
        bytes = bytes[part.Length..];
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            _partial ??= buffers.Rent();
            bytes.CopyTo(_partial.AsSpan(_partialLength));
            _partialLength += bytes.Length;
        }
    }

    private void Release()
    {
        if (_partial is not null)
        {
            buffers.Return(_partial);
            _partial = null;
            _partialLength = 0;
        }
    }
}
