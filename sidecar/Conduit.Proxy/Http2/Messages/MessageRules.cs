using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Messages;

/// <summary>What makes a header section malformed (RFC 9113 §8.1.1, §8.2, §8.3).</summary>
internal static class MessageRules
{
    public static bool IsTrailer(HeaderBlock block)
    {
        for (var field = 0; field < block.Count; field++)
        {
            var kind = block[field].Kind;

            if (kind == HeaderKind.Forbidden || HeaderKinds.IsPseudo(kind))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Checks the fields of a request and finds those that matter.</summary>
    public static bool TryReadRequest(HeaderBlock block, out RequestFields fields)
    {
        fields = RequestFields.None;
        var isRegular = false;

        for (var field = 0; field < block.Count; field++)
        {
            var kind = block[field].Kind;
            isRegular |= !HeaderKinds.IsPseudo(kind);

            // Pseudo-headers stand first and none twice; the response's is none of them.
            if (kind is HeaderKind.Forbidden or HeaderKind.Status
                || (isRegular && HeaderKinds.IsPseudo(kind))
                || (kind == HeaderKind.Te && !block.Value(field).SequenceEqual("trailers"u8))
                || !fields.TrySet(kind, field))
            {
                return false;
            }
        }

        return fields.IsComplete(block);
    }

    /// <summary>Checks the fields of a response; 0 when it is malformed.</summary>
    public static int ReadStatus(HeaderBlock block)
    {
        if (block.Count == 0 || block[0].Kind != HeaderKind.Status || !TryReadNumber(block.Value(0), out var status) || block.Value(0).Length != 3)
        {
            return 0;
        }

        for (var field = 1; field < block.Count; field++)
        {
            var kind = block[field].Kind;

            if (kind == HeaderKind.Forbidden || HeaderKinds.IsPseudo(kind))
            {
                return 0;
            }
        }

        // 101 belongs to HTTP/1 (RFC 9113 §8.6).
        return status is < 100 or 101 ? 0 : (int)status;
    }

    public static int? ReadGrpcStatus(HeaderBlock block)
    {
        var field = block.Find(HeaderKind.GrpcStatus);
        return field >= 0 && TryReadNumber(block.Value(field), out var status) && status <= int.MaxValue ? (int)status : null;
    }

    /// <summary>Digits only; false for anything else and beyond 2⁵⁹ or so.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;

        if (digits.IsEmpty || digits.Length > 18)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
