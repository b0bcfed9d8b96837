namespace Conduit.Proxy.Http1.Heads;

/// <summary>
/// Copies a head without the fields that end at this hop (RFC 9110 §7.6.1) and with the few that change, everything else in its order
/// and spelling. The copy is good until the next one.
/// </summary>
internal sealed class HeadEditor
{
    private byte[] _edited = new byte[4096];
    private int _length;
    private int _copied;

    public ReadOnlySpan<byte> EditRequest(ReadOnlySpan<byte> head, RequestLine line, FieldList fields, in HeadEdit edit)
    {
        Begin(head.Length + edit.Connection.Length + (2 * edit.Authority.Length));

        if (!edit.Authority.IsEmpty && line.Form != TargetForm.Origin && line.Authority(head) is { IsEmpty: false } authority)
        {
            Replace(head, line.MethodLength + 1 + line.Target(head).IndexOf(authority), authority.Length, edit.Authority);
        }

        return EditFields(head, fields, edit);
    }

    public ReadOnlySpan<byte> EditResponse(ReadOnlySpan<byte> head, FieldList fields, in HeadEdit edit)
    {
        Begin(head.Length + edit.Connection.Length);
        return EditFields(head, fields, edit);
    }

    private ReadOnlySpan<byte> EditFields(ReadOnlySpan<byte> head, FieldList fields, in HeadEdit edit)
    {
        var isConnectionSaid = edit.Connection.IsEmpty;
        var hasLength = false;

        for (var index = 0; index < fields.Count; index++)
        {
            ref readonly var field = ref fields[index];

            var value = field.Kind switch
            {
                FieldKind.Connection when !isConnectionSaid => edit.Connection,
                FieldKind.Host => edit.Authority,
                _ => default,
            };

            if (value.IsEmpty && (Ends(head, fields, field, edit) || (field.Kind == FieldKind.ContentLength && hasLength)))
            {
                CopyUntil(head, field.Start);
                _copied = field.End;
            }
            else
            {
                Keep(head, fields, field, value);
            }

            isConnectionSaid |= field.Kind == FieldKind.Connection;
            hasLength |= field.Kind == FieldKind.ContentLength;
        }

        CopyUntil(head, head.Length - 2);

        if (!isConnectionSaid)
        {
            Append("Connection: "u8);
            Append(edit.Connection);
            Append("\r\n"u8);
        }

        Append("\r\n"u8);
        return _edited.AsSpan(0, _length);
    }

    private void Keep(ReadOnlySpan<byte> head, FieldList fields, in HeadField field, ReadOnlySpan<byte> value)
    {
        // Only a response may have white space there, and it goes no further (RFC 9112 §5.1).
        if (fields.HasSpacedNames)
        {
            var space = field.Start + field.NameLength;
            Replace(head, space, head[space..].IndexOf((byte)':'), default);
        }

        if (!value.IsEmpty)
        {
            Replace(head, field.ValueStart, field.ValueLength, value);
        }
    }

    private static bool Ends(ReadOnlySpan<byte> head, FieldList fields, in HeadField field, in HeadEdit edit) => field.Kind switch
    {
        FieldKind.Connection or FieldKind.KeepAlive or FieldKind.ProxyConnection or FieldKind.Http2Settings => true,
        FieldKind.Upgrade => !edit.KeepsUpgrade,
        FieldKind.ContentLength => edit.DropsLength,

        // What says where the message goes and where it ends is not the sender's to take out (RFC 9110 §7.6.1).
        FieldKind.Host or FieldKind.TransferEncoding => false,

        // Trailers pass, so whoever wants them may say so.
        FieldKind.Te when field.Value(head).SequenceEqual("trailers"u8) => false,
        _ => (fields.Connection & ConnectionOptions.Named) != 0 && IsNamed(head, fields, field.Name(head)),
    };

    private static bool IsNamed(ReadOnlySpan<byte> head, FieldList fields, ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            ref readonly var field = ref fields[index];

            if (field.Kind == FieldKind.Connection && ConnectionTokens.Contains(field.Value(head), name))
            {
                return true;
            }
        }

        return false;
    }

    private void Begin(int most)
    {
        most += "Connection: \r\n\r\n".Length;
        (_length, _copied) = (0, 0);

        if (_edited.Length < most)
        {
            _edited = new byte[Math.Max(most, _edited.Length * 2)];
        }
    }

    private void Replace(ReadOnlySpan<byte> head, int start, int length, ReadOnlySpan<byte> value)
    {
        CopyUntil(head, start);
        Append(value);
        _copied = start + length;
    }

    private void CopyUntil(ReadOnlySpan<byte> head, int end)
    {
        Append(head[_copied..end]);
        _copied = end;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_edited.AsSpan(_length));
        _length += bytes.Length;
    }
}
