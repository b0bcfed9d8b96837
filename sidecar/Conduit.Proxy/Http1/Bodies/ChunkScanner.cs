using Conduit.Proxy.Http1.Heads;

namespace Conduit.Proxy.Http1.Bodies;

/// <summary>
/// Follows the chunked coding (RFC 9112 §7.1) to its end, byte by byte but for the data. It is strict wherever another reader might see
/// the end elsewhere: sizes are hexadecimal digits and nothing else, and lines end with both carriage return and line feed.
/// </summary>
internal struct ChunkScanner
{
    // Sizes beyond this are no sizes but an attempt to make someone's number wrap.
    private const long MostSize = 1L << 56;

    // Extensions and trailers cost whoever sends them next to nothing, and us a look at every byte.
    private const int LongestLine = 8 * 1024;
    private const int LongestTrailers = 64 * 1024;

    private long _size;
    private int _line;
    private int _trailers;
    private ChunkPart _part;

    public BodyProgress Take(ReadOnlySpan<byte> bytes, out int taken, out int content)
    {
        taken = content = 0;

        while (taken < bytes.Length)
        {
            if (_part == ChunkPart.Data)
            {
                var length = (int)Math.Min(_size, bytes.Length - taken);
                _size -= length;
                taken += length;
                content += length;
                _part = _size == 0 ? ChunkPart.DataReturn : ChunkPart.Data;
                continue;
            }

            var progress = Step(bytes[taken++]);

            if (progress != BodyProgress.More)
            {
                return progress;
            }
        }

        return BodyProgress.More;
    }

    private BodyProgress Step(byte next) => _part switch
    {
        ChunkPart.SizeStart or ChunkPart.Size => Size(next),
        ChunkPart.SizeSpace or ChunkPart.Extension => AfterSize(next),
        ChunkPart.SizeLineFeed => Expect(next, '\n', _size == 0 ? ChunkPart.TrailerStart : ChunkPart.Data),
        ChunkPart.DataReturn => Expect(next, '\r', ChunkPart.DataLineFeed),
        ChunkPart.DataLineFeed => Expect(next, '\n', ChunkPart.SizeStart),
        ChunkPart.EndLineFeed => next == '\n' ? BodyProgress.Done : BodyProgress.Broken,
        _ => Trailer(next),
    };

    private BodyProgress Size(byte next)
    {
        _line = _part == ChunkPart.SizeStart ? 0 : _line + 1;

        if (char.IsAsciiHexDigit((char)next))
        {
            _size = (_part == ChunkPart.SizeStart ? 0 : _size << 4) + Digit(next);
            return _size > MostSize || _line > LongestLine ? BodyProgress.Broken : Go(ChunkPart.Size);
        }

        return _part == ChunkPart.SizeStart ? BodyProgress.Broken : AfterSize(next);
    }

    private BodyProgress AfterSize(byte next)
    {
        _line++;

        return next switch
        {
            _ when _line > LongestLine => BodyProgress.Broken,
            (byte)'\r' => Go(ChunkPart.SizeLineFeed),
            (byte)';' => Go(ChunkPart.Extension),
            (byte)' ' or (byte)'\t' => Go(_part == ChunkPart.Extension ? ChunkPart.Extension : ChunkPart.SizeSpace),
            _ => _part == ChunkPart.Extension && HeadRules.IsText([next]) ? BodyProgress.More : BodyProgress.Broken,
        };
    }

    private BodyProgress Trailer(byte next)
    {
        if (++_trailers > LongestTrailers)
        {
            return BodyProgress.Broken;
        }

        return _part switch
        {
            ChunkPart.TrailerStart when next == '\r' => Go(ChunkPart.EndLineFeed),
            ChunkPart.TrailerLineFeed => Expect(next, '\n', ChunkPart.TrailerStart),
            ChunkPart.TrailerName when next == ':' => Go(ChunkPart.TrailerValue),
            ChunkPart.TrailerStart or ChunkPart.TrailerName => HeadRules.IsToken([next]) ? Go(ChunkPart.TrailerName) : BodyProgress.Broken,
            _ when next == '\r' => Go(ChunkPart.TrailerLineFeed),
            _ => HeadRules.IsText([next]) ? BodyProgress.More : BodyProgress.Broken,
        };
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;

    private BodyProgress Expect(byte next, char wanted, ChunkPart then) => next == wanted ? Go(then) : BodyProgress.Broken;

    private BodyProgress Go(ChunkPart part)
    {
        _part = part;
        return BodyProgress.More;
    }
}
