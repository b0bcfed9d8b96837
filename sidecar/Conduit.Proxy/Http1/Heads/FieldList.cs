using System.Text;

namespace Conduit.Proxy.Http1.Heads;

/// <summary>
/// The fields of the head that was read last, by their places in it, and what they say together. One per loop and kind of message, so
/// that reading a head takes no memory.
/// </summary>
internal sealed class FieldList(int most)
{
    private const int None = -1;

    private HeadField[] _fields = new HeadField[32];

    public int Count { get; private set; }

    public ConnectionOptions Connection { get; private set; }

    /// <summary>Bytes that the head promises; −1 when it promises nothing.</summary>
    public long ContentLength { get; private set; }

    public bool HasTransferEncoding { get; private set; }

    /// <summary>True when the last transfer coding is chunked, and no other one.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>The place of the first; −1 when there is none, as for the others.</summary>
    public int ConnectionField { get; private set; }

    public int Host { get; private set; }

    public int Upgrade { get; private set; }

    public int UserAgent { get; private set; }

    public int ConduitError { get; private set; }

    public bool HasExpect { get; private set; }

    /// <summary>True when there are several hosts, or one that is no host and port.</summary>
    public bool HasUnsoundHost { get; private set; }

    /// <summary>True when white space stands between a name and its colon.</summary>
    public bool HasSpacedNames { get; private set; }

    public ref readonly HeadField this[int index] => ref _fields[index];

    /// <summary>False when the head is malformed.</summary>
    /// <param name="head">With the empty line at its end.</param>
    /// <param name="from">Where the first field's line begins.</param>
    public bool TryRead(ReadOnlySpan<byte> head, int from)
    {
        Clear();
        var end = head.Length - 2;

        while (from < end)
        {
            var next = from + head[from..].IndexOf((byte)'\n') + 1;

            if (Count == most || next < from + 2 || head[next - 2] != '\r' || !TryReadLine(head, from, next))
            {
                return false;
            }

            from = next;
        }

        return from == end;
    }

    private void Clear()
    {
        Count = 0;
        Connection = ConnectionOptions.None;
        ContentLength = None;
        HasTransferEncoding = IsChunked = HasExpect = HasUnsoundHost = HasSpacedNames = false;
        ConnectionField = Host = Upgrade = UserAgent = ConduitError = None;
    }

    private bool TryReadLine(ReadOnlySpan<byte> head, int start, int end)
    {
        var line = head[start..(end - 2)];
        var nameLength = HeadRules.TokenLength(line);
        var rest = line[nameLength..];

        if (!rest.IsEmpty && rest[0] is (byte)' ' or (byte)'\t')
        {
            HasSpacedNames = true;
            rest = rest.TrimStart(" \t"u8);
        }

        // A line that continues the one before has no name (RFC 9112 §5.2).
        if (nameLength == 0 || rest.IsEmpty || rest[0] != ':' || !HeadRules.IsText(rest))
        {
            return false;
        }

        var value = rest[1..].TrimStart(" \t"u8);
        var valueStart = end - 2 - value.Length;
        value = value.TrimEnd(" \t"u8);
        var kind = FieldKinds.Of(line[..nameLength]);
        Add(new HeadField(start, nameLength, valueStart, value.Length, end, kind));
        return kind == FieldKind.Other || TryNote(kind, value);
    }

    private void Add(in HeadField field)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Count * 2);
        }

        _fields[Count++] = field;
    }

    private bool TryNote(FieldKind kind, ReadOnlySpan<byte> value)
    {
        var index = Count - 1;

        switch (kind)
        {
            case FieldKind.Connection:
                Connection |= ConnectionTokens.Read(value);
                ConnectionField = ConnectionField == None ? index : ConnectionField;
                return true;
            case FieldKind.ContentLength:
                return TryNoteLength(value);
            case FieldKind.TransferEncoding:
                return TryNoteCoding(value);
            case FieldKind.Host:
                HasUnsoundHost |= Host != None || !HeadRules.IsAuthority(value);
                Host = index;
                return true;
            case FieldKind.Upgrade:
                Upgrade = index;
                return true;
            case FieldKind.UserAgent:
                UserAgent = index;
                return true;
            case FieldKind.ConduitError:
                ConduitError = index;
                return true;
            case FieldKind.Expect:
                HasExpect = true;
                return true;
            default:
                return true;
        }
    }

    // The same length twice is harmless, two of them are a smuggler's (RFC 9112 §6.3).
    private bool TryNoteLength(ReadOnlySpan<byte> value)
    {
        if (!HeadRules.TryReadLength(value, out var length) || (ContentLength != None && ContentLength != length))
        {
            return false;
        }

        ContentLength = length;
        return true;
    }

    // Whatever comes after chunked would hide where the message ends, be it an empty element (RFC 9112 §6.1).
    private bool TryNoteCoding(ReadOnlySpan<byte> value)
    {
        HasTransferEncoding = true;

        foreach (var range in value.Split((byte)','))
        {
            if (IsChunked)
            {
                return false;
            }

            IsChunked = Ascii.EqualsIgnoreCase(value[range].Trim(" \t"u8), "chunked"u8);
        }

        return true;
    }
}
