using Conduit.Proxy.Http2.Hpack;

namespace Conduit.Proxy.Http2.Messages;

/// <summary>Where in its header section a request's important fields are; −1 for one that is not there.</summary>
internal struct RequestFields
{
    public int Method;
    public int Scheme;
    public int Authority;
    public int Path;
    public int ContentType;
    public int ContentLength;

    public static RequestFields None { get; } = new() { Method = -1, Scheme = -1, Authority = -1, Path = -1, ContentType = -1, ContentLength = -1 };

    /// <summary>False when the field is one that may stand only once and did already, or that we never offered.</summary>
    public bool TrySet(HeaderKind kind, int field)
    {
        switch (kind)
        {
            case HeaderKind.Method:
                return TrySet(ref Method, field);
            case HeaderKind.Scheme:
                return TrySet(ref Scheme, field);
            case HeaderKind.Authority:
                return TrySet(ref Authority, field);
            case HeaderKind.Path:
                return TrySet(ref Path, field);
            case HeaderKind.ContentLength:
                return TrySet(ref ContentLength, field);
            case HeaderKind.ContentType:
                ContentType = field;
                return true;
            case HeaderKind.Protocol:
                return false;
            default:
                return true;
        }
    }

    /// <summary>True when nothing is missing (RFC 9113 §8.3.1; §8.5 for CONNECT).</summary>
    public readonly bool IsComplete(HeaderBlock block)
    {
        if (Method < 0 || block.Value(Method).IsEmpty)
        {
            return false;
        }

        return block.Value(Method).SequenceEqual("CONNECT"u8)
            ? Authority >= 0 && Scheme < 0 && Path < 0
            : Scheme >= 0 && Path >= 0 && !block.Value(Path).IsEmpty;
    }

    public readonly bool IsGrpc(HeaderBlock block) => ContentType >= 0 && block.Value(ContentType).StartsWith("application/grpc"u8);

    private static bool TrySet(ref int place, int field)
    {
        var isFirst = place < 0;
        place = field;
        return isFirst;
    }
}
