using System.Buffers.Binary;
using Conduit.Proxy.Http2.Frames;

namespace Conduit.Proxy.Tests.Http2.Frames;

/// <summary>
/// What RFC 9113 says of frames by themselves, a line for a rule, for whole connections at once: the code with which a reader of frames
/// must refuse what came.
/// </summary>
internal sealed class FrameRules(int mostFragments)
{
    private const int Largest = 16_384;
    private const byte EndOfHeaders = 0x4;
    private const byte Padded = 0x8;
    private const byte WithPriority = 0x20;

    private int _open;
    private int _fragments;

    /// <returns>Why the connection ends; <see cref="Http2Error.None"/> when everything may come.</returns>
    public Http2Error Judge(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 9)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes) >>> 8;

            if (length > Largest)
            {
                return Http2Error.FrameSize; // §4.2
            }

            if (bytes.Length < 9 + length)
            {
                break;
            }

            if (Judge(bytes[3], bytes[4], BinaryPrimitives.ReadInt32BigEndian(bytes[5..]) & int.MaxValue, bytes.Slice(9, length)) is not Http2Error.None and var error)
            {
                return error;
            }

            bytes = bytes[(9 + length)..];
        }

        return Http2Error.None;
    }

    private Http2Error Judge(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        const byte Data = 0, Headers = 1, Priority = 2, Reset = 3, Settings = 4, Push = 5, Ping = 6, GoAway = 7, WindowUpdate = 8, Continuation = 9;
        var length = payload.Length;
        var isPadded = type is Data or Headers && (flags & Padded) != 0;

        if (_open != 0 && (type != Continuation || stream != _open))
        {
            return Http2Error.Protocol; // §6.2, §6.10: a field block is not interrupted
        }

        switch (type)
        {
            case Data or Headers or Priority or Reset when stream == 0: // §6.1 to §6.4
            case Settings or Ping or GoAway when stream != 0: // §6.5, §6.7, §6.8
            case Push: // §8.4: clients do not push, and servers were told not to
            case Continuation when _open == 0: // §6.10
            case Data or Headers when isPadded && (length == 0 || payload[0] >= length): // §6.1, §6.2
                return Http2Error.Protocol;
            case Headers when (flags & WithPriority) != 0 && length - (isPadded ? 1 + payload[0] : 0) < 5: // §4.2, §6.2
            case Priority when length != 5: // §6.3
            case Reset or WindowUpdate when length != 4: // §6.4, §6.9
            case Settings when (flags & 1) != 0 ? length != 0 : length % 6 != 0: // §6.5
            case Ping when length != 8: // §6.7
            case GoAway when length < 8: // §4.2, §6.8
                return Http2Error.FrameSize;
            case Settings:
                return JudgeSettings(payload);
            case Headers or Continuation:
                return Follow(type == Headers, (flags & EndOfHeaders) != 0, stream);
            default:
                return Http2Error.None; // §4.1: of a type that is not known, it is ignored
        }
    }

    private Http2Error Follow(bool isFirst, bool isLast, int stream)
    {
        // A block in one frame is never put together; of others so many fragments are taken (§10.5.1).
        _fragments = isFirst ? 0 : _fragments;

        if (!(isFirst && isLast) && ++_fragments > mostFragments)
        {
            return Http2Error.EnhanceYourCalm;
        }

        _open = isLast ? 0 : stream;
        return Http2Error.None;
    }

    // §6.5.2, RFC 8441 §3
    private static Http2Error JudgeSettings(ReadOnlySpan<byte> payload)
    {
        for (; !payload.IsEmpty; payload = payload[6..])
        {
            var (id, value) = (BinaryPrimitives.ReadUInt16BigEndian(payload), BinaryPrimitives.ReadUInt32BigEndian(payload[2..]));

            switch (id)
            {
                case 2 or 8 when value > 1:
                case 5 when value is < Largest or > (1 << 24) - 1:
                    return Http2Error.Protocol;
                case 4 when value > int.MaxValue:
                    return Http2Error.FlowControl;
            }
        }

        return Http2Error.None;
    }
}
