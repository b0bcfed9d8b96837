namespace Conduit.Proxy.Http2.Frames;

/// <summary>
/// Puts a field block together that came in several frames. Bounded in bytes and, against floods of empty CONTINUATIONs
/// (CVE-2024-27316 and its kin), in frames.
/// </summary>
internal sealed class FieldBlockAssembler(int maxLength)
{
    private const int SmallestFrameCounted = 1024;

    private byte[] _bytes = [];
    private int _length;
    private int _framesLeft;

    /// <summary>The stream whose block is incomplete; 0 when none is.</summary>
    public int StreamId { get; private set; }

    public bool IsOpen => StreamId != 0;

    public bool EndsStream { get; private set; }

    public ReadOnlySpan<byte> Block => _bytes.AsSpan(0, _length);

    public Http2Error Begin(in FrameHeader header, ReadOnlySpan<byte> fragment)
    {
        StreamId = header.StreamId;
        EndsStream = header.Has(FrameFlags.EndStream);
        _framesLeft = Math.Max(maxLength / SmallestFrameCounted, 8);
        return Append(fragment);
    }

    public Http2Error Append(ReadOnlySpan<byte> fragment)
    {
        if (!IsOpen)
        {
            return Http2Error.Protocol;
        }

        if (_length + fragment.Length > maxLength || --_framesLeft < 0)
        {
            return Http2Error.EnhanceYourCalm;
        }

        if (_bytes.Length < _length + fragment.Length)
        {
            Array.Resize(ref _bytes, Math.Min(maxLength, Math.Max(_bytes.Length * 2, _length + fragment.Length)));
        }

        fragment.CopyTo(_bytes.AsSpan(_length));
        _length += fragment.Length;
        return Http2Error.None;
    }

    /// <summary>Blocks of several frames are rare, so their memory is not kept.</summary>
    public void Close()
    {
        StreamId = 0;
        _bytes = [];
        _length = 0;
    }
}
