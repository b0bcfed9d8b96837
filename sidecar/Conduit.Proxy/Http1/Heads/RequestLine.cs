namespace Conduit.Proxy.Http1.Heads;

/// <summary>The first line of a request, by places in its head.</summary>
/// <param name="MethodLength">The method stands first.</param>
/// <param name="TargetLength">The target comes after the method and a space.</param>
/// <param name="Minor">The version's: 0 or 1.</param>
/// <param name="Form">How the target is written.</param>
/// <param name="End">Where the next line begins.</param>
internal readonly record struct RequestLine(int MethodLength, int TargetLength, int Minor, TargetForm Form, int End)
{
    private static ReadOnlySpan<byte> SchemeEnd => "://"u8;

    public ReadOnlySpan<byte> Method(ReadOnlySpan<byte> head) => head[..MethodLength];

    public ReadOnlySpan<byte> Target(ReadOnlySpan<byte> head) => head.Slice(MethodLength + 1, TargetLength);

    /// <summary>The host and port in the target; empty where it has none.</summary>
    public ReadOnlySpan<byte> Authority(ReadOnlySpan<byte> head)
    {
        var target = Target(head);

        if (Form == TargetForm.Authority)
        {
            return target;
        }

        if (Form != TargetForm.Absolute)
        {
            return default;
        }

        var rest = target[(target.IndexOf(SchemeEnd) + SchemeEnd.Length)..];
        var end = rest.IndexOfAny("/?"u8);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Path and query, whatever the form.</summary>
    public ReadOnlySpan<byte> Path(ReadOnlySpan<byte> head)
    {
        var target = Target(head);

        if (Form != TargetForm.Absolute)
        {
            return Form == TargetForm.Authority ? default : target;
        }

        var start = target.IndexOf(SchemeEnd) + SchemeEnd.Length + Authority(head).Length;
        return start == target.Length ? "/"u8 : target[start..];
    }

    /// <summary>False when the line is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> head, out RequestLine line)
    {
        line = default;
        var end = head.IndexOf((byte)'\n') + 1;
        var methodLength = HeadRules.TokenLength(head);

        if (methodLength == 0 || head[methodLength] != ' ')
        {
            return false;
        }

        var rest = head[(methodLength + 1)..end];
        var isHttp11 = rest.EndsWith(" HTTP/1.1\r\n"u8);

        if (!isHttp11 && !rest.EndsWith(" HTTP/1.0\r\n"u8))
        {
            return false;
        }

        var target = rest[..^" HTTP/1.1\r\n".Length];

        if (!HeadRules.IsTarget(target) || FormOf(head[..methodLength], target) is not { } form)
        {
            return false;
        }

        line = new RequestLine(methodLength, target.Length, isHttp11 ? 1 : 0, form, end);

        // A tunnel that HTTP/1.0 never had.
        return form == TargetForm.Authority ? isHttp11 : HeadRules.IsAuthority(line.Authority(head));
    }

    private static TargetForm? FormOf(ReadOnlySpan<byte> method, ReadOnlySpan<byte> target)
    {
        if (method.SequenceEqual("CONNECT"u8))
        {
            return target[0] != '*' && HeadRules.IsAuthority(target) ? TargetForm.Authority : null;
        }

        if (target[0] == '/')
        {
            return TargetForm.Origin;
        }

        if (target.SequenceEqual("*"u8))
        {
            return method.SequenceEqual("OPTIONS"u8) ? TargetForm.Asterisk : null;
        }

        return target.IndexOf(SchemeEnd) > 0 ? TargetForm.Absolute : null;
    }
}
