using System.Buffers.Binary;
using System.Text;

namespace Conduit.Load.Floods;

/// <summary>Frames of HTTP/2 as bytes, written by hand (RFC 9113 §6).</summary>
internal static class Frames
{
    private const byte HeadersType = 1;
    private const byte ResetType = 3;
    private const byte SettingsType = 4;
    private const byte PingType = 6;
    private const byte ContinuationType = 9;
    private const byte EndsStreamAndHeaders = 5;
    private const byte Cancel = 8;
    private const byte InitialWindowSize = 4;
    private const int HeaderLength = 9;

    /// <param name="window">Bytes that may be sent to us on a stream.</param>
    public static byte[] Opening(int window = 65_535)
    {
        var setting = new byte[] { 0, InitialWindowSize, 0, 0, 0, 0 };
        BinaryPrimitives.WriteInt32BigEndian(setting.AsSpan(2), window);
        return [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(SettingsType, 0, 0, setting)];
    }

    // From the static table: GET, http; then the path and the authority in full (RFC 7541 §6).
    public static byte[] Get(int stream, string path) =>
        Frame(HeadersType, EndsStreamAndHeaders, stream, [0x82, 0x86, 0x04, (byte)path.Length, .. Encoding.ASCII.GetBytes(path), 0x01, 1, (byte)'a']);

    public static byte[] UnfinishedHeaders(int stream) => Frame(HeadersType, 0, stream, [0x82]);

    /// <summary>A field that goes on as the frame before it ended, and never ends.</summary>
    public static byte[] Continuation(int stream, int length) => Frame(ContinuationType, 0, stream, Enumerable.Repeat((byte)0x82, length).ToArray());

    public static byte[] Reset(int stream) => Frame(ResetType, 0, stream, [0, 0, 0, Cancel]);

    public static byte[] Settings() => Frame(SettingsType, 0, 0, []);

    public static byte[] Ping() => Frame(PingType, 0, 0, new byte[8]);

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }
}
