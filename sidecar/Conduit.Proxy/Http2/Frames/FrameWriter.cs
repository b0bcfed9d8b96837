using System.Buffers.Binary;
using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Http2.Frames;

/// <summary>Writes frames behind each other, so that those of many streams leave in one piece.</summary>
internal sealed class FrameWriter(ByteQueue output)
{
    private const int LongestControlFrame = FrameHeader.Size + (8 * Setting.Size);

    public static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>What the peer takes in one frame.</summary>
    public int MaxLength { get; set; } = FrameReader.DefaultMaxLength;

    public void WritePreface() => output.Write(Preface);

    public void WriteData(int streamId, ReadOnlySpan<byte> data, bool endStream)
    {
        do
        {
            var part = data[..Math.Min(data.Length, MaxLength)];
            data = data[part.Length..];
            WriteHeader(part.Length, FrameType.Data, endStream && data.IsEmpty ? FrameFlags.EndStream : FrameFlags.None, streamId);
            output.Write(part);
        }
        while (!data.IsEmpty);
    }

    public void WriteHeaders(int streamId, ReadOnlySpan<byte> block, bool endStream)
    {
        var type = FrameType.Headers;
        var flags = endStream ? FrameFlags.EndStream : FrameFlags.None;

        do
        {
            var part = block[..Math.Min(block.Length, MaxLength)];
            block = block[part.Length..];
            WriteHeader(part.Length, type, block.IsEmpty ? flags | FrameFlags.EndHeaders : flags, streamId);
            output.Write(part);
            type = FrameType.Continuation;
            flags = FrameFlags.None;
        }
        while (!block.IsEmpty);
    }

    public void WriteReset(int streamId, Http2Error code) => WriteNumber(FrameType.Reset, streamId, (uint)code);

    public void WriteWindowUpdate(int streamId, int increment) => WriteNumber(FrameType.WindowUpdate, streamId, (uint)increment);

    /// <param name="settings">At most eight.</param>
    public void WriteSettings(ReadOnlySpan<Setting> settings)
    {
        Span<byte> frame = stackalloc byte[LongestControlFrame];
        var end = FrameHeader.Size;

        foreach (var setting in settings)
        {
            setting.Write(frame[end..]);
            end += Setting.Size;
        }

        new FrameHeader(end - FrameHeader.Size, FrameType.Settings, FrameFlags.None, 0).Write(frame);
        output.Write(frame[..end]);
    }

    public void WriteSettingsAck() => WriteHeader(0, FrameType.Settings, FrameFlags.Ack, 0);

    public void WritePing(ReadOnlySpan<byte> data, bool isAck)
    {
        WriteHeader(data.Length, FrameType.Ping, isAck ? FrameFlags.Ack : FrameFlags.None, 0);
        output.Write(data);
    }

    public void WriteGoAway(int lastStreamId, Http2Error code)
    {
        Span<byte> frame = stackalloc byte[FrameHeader.Size + 8];
        new FrameHeader(8, FrameType.GoAway, FrameFlags.None, 0).Write(frame);
        BinaryPrimitives.WriteInt32BigEndian(frame[FrameHeader.Size..], lastStreamId);
        BinaryPrimitives.WriteUInt32BigEndian(frame[(FrameHeader.Size + 4)..], (uint)code);
        output.Write(frame);
    }

    private void WriteNumber(FrameType type, int streamId, uint value)
    {
        Span<byte> frame = stackalloc byte[FrameHeader.Size + 4];
        new FrameHeader(4, type, FrameFlags.None, streamId).Write(frame);
        BinaryPrimitives.WriteUInt32BigEndian(frame[FrameHeader.Size..], value);
        output.Write(frame);
    }

    private void WriteHeader(int length, FrameType type, FrameFlags flags, int streamId)
    {
        Span<byte> frame = stackalloc byte[FrameHeader.Size];
        new FrameHeader(length, type, flags, streamId).Write(frame);
        output.Write(frame);
    }
}
