using System.Text;

namespace Conduit.Proxy.Detection;

/// <summary>
/// Finds the server's name in a ClientHello (RFC 8446 §4.1.2, RFC 6066 §3). The message may lie in several records and arrive in any
/// number of pieces. Nothing in it is believed before its length is checked.
/// </summary>
internal static class ClientHello
{
    /// <summary>No client of this world sends a longer one; keys of post-quantum size included it is below 4 KiB.</summary>
    public const int Longest = 16 * 1024;

    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int LongestRecord = (16 * 1024) + 256;
    private const byte Handshake = 22;
    private const byte Type = 1;
    private const int Fixed = 2 + 32;
    private const int ServerNameExtension = 0;
    private const byte HostName = 0;

    /// <param name="bytes">A connection's first.</param>
    /// <param name="serverName">Null when the hello names none.</param>
    public static ClientHelloResult Read(ReadOnlySpan<byte> bytes, out string? serverName)
    {
        serverName = null;
        Span<byte> message = new byte[Math.Min(bytes.Length, Longest)];
        var result = Join(bytes, message, out var length);

        if (result != ClientHelloResult.Complete)
        {
            return result;
        }

        return TryReadHello(message[MessageHeader..length], out serverName) ? ClientHelloResult.Complete : ClientHelloResult.Broken;
    }

    /// <summary>Takes the records' headers from between the pieces of the message.</summary>
    private static ClientHelloResult Join(ReadOnlySpan<byte> records, Span<byte> message, out int length)
    {
        var joined = 0;
        length = 0;

        while (records.Length >= RecordHeader)
        {
            var record = new HelloReader(records);
            var type = record.Byte();
            _ = record.Number(2);
            var content = record.Number(2);

            if (type != Handshake || content is 0 or > LongestRecord)
            {
                return ClientHelloResult.Broken;
            }

            var part = records[RecordHeader..Math.Min(records.Length, RecordHeader + content)];
            var fitting = part[..Math.Min(part.Length, message.Length - joined)];
            fitting.CopyTo(message[joined..]);
            joined += fitting.Length;
            var result = Measure(message[..joined], out length);

            if (result != ClientHelloResult.Incomplete)
            {
                return result;
            }

            records = records[(RecordHeader + part.Length)..];
        }

        return ClientHelloResult.Incomplete;
    }

    private static ClientHelloResult Measure(ReadOnlySpan<byte> message, out int length)
    {
        length = 0;

        if (message.Length < MessageHeader)
        {
            return ClientHelloResult.Incomplete;
        }

        var reader = new HelloReader(message);
        var type = reader.Byte();
        length = MessageHeader + reader.Number(3);

        if (type != Type || length > Longest)
        {
            return ClientHelloResult.Broken;
        }

        return message.Length < length ? ClientHelloResult.Incomplete : ClientHelloResult.Complete;
    }

    private static bool TryReadHello(ReadOnlySpan<byte> hello, out string? serverName)
    {
        serverName = null;
        var reader = new HelloReader(hello);
        reader.Skip(Fixed);
        _ = reader.Block(1);
        _ = reader.Block(2);
        _ = reader.Block(1);

        if (reader.IsBroken || reader.IsAtEnd)
        {
            // Clients before TLS 1.2 may end here, without extensions.
            return !reader.IsBroken;
        }

        var extensions = new HelloReader(reader.Block(2));

        while (!extensions.IsAtEnd && !extensions.IsBroken)
        {
            var kind = extensions.Number(2);
            var content = extensions.Block(2);

            if (kind == ServerNameExtension && !extensions.IsBroken)
            {
                return TryReadName(content, out serverName);
            }
        }

        return !reader.IsBroken && !extensions.IsBroken;
    }

    private static bool TryReadName(ReadOnlySpan<byte> extension, out string? serverName)
    {
        serverName = null;
        var outer = new HelloReader(extension);
        var names = new HelloReader(outer.Block(2));

        while (!outer.IsBroken && !names.IsAtEnd && !names.IsBroken)
        {
            var kind = names.Byte();
            var name = names.Block(2);

            if (kind == HostName && !names.IsBroken && IsName(name))
            {
                serverName = Encoding.ASCII.GetString(name);
                return true;
            }
        }

        return false;
    }

    // What ends up in logs and labels must not bring its own line ends.
    private static bool IsName(ReadOnlySpan<byte> name) => !name.IsEmpty && name.Length <= 255 && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');
}
