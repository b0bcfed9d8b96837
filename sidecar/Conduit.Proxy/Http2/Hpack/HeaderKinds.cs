using System.Buffers;

namespace Conduit.Proxy.Http2.Hpack;

/// <summary>Tells what a field is (RFC 9113 §8.2 and §8.3).</summary>
internal static class HeaderKinds
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"u8);

    // White space around a value is forbidden too, but it changes no meaning between two HTTP/2 peers, so they may settle that themselves.
    private static readonly SearchValues<byte> ForbiddenValueBytes = SearchValues.Create("\0\r\n"u8);

    public static bool IsPseudo(HeaderKind kind) => kind is >= HeaderKind.Method and <= HeaderKind.Status;

    public static HeaderKind Classify(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.ContainsAny(ForbiddenValueBytes))
        {
            return HeaderKind.Forbidden;
        }

        if (name.Length > 0 && name[0] == (byte)':')
        {
            return ClassifyPseudo(name);
        }

        return name.IsEmpty || name.ContainsAnyExcept(NameBytes) ? HeaderKind.Forbidden : ClassifyRegular(name);
    }

    private static HeaderKind ClassifyPseudo(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual(":path"u8) => HeaderKind.Path,
        _ when name.SequenceEqual(":method"u8) => HeaderKind.Method,
        _ when name.SequenceEqual(":scheme"u8) => HeaderKind.Scheme,
        _ when name.SequenceEqual(":status"u8) => HeaderKind.Status,
        _ when name.SequenceEqual(":authority"u8) => HeaderKind.Authority,
        _ when name.SequenceEqual(":protocol"u8) => HeaderKind.Protocol,
        _ => HeaderKind.Forbidden,
    };

    private static HeaderKind ClassifyRegular(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("te"u8) => HeaderKind.Te,
        3 when name.SequenceEqual("age"u8) => HeaderKind.Volatile,
        4 when name.SequenceEqual("etag"u8) => HeaderKind.Volatile,
        7 when name.SequenceEqual("upgrade"u8) => HeaderKind.Forbidden,
        8 when name.SequenceEqual("location"u8) => HeaderKind.Volatile,
        10 when name.SequenceEqual("connection"u8) || name.SequenceEqual("keep-alive"u8) => HeaderKind.Forbidden,
        10 when name.SequenceEqual("set-cookie"u8) => HeaderKind.Secret,
        11 when name.SequenceEqual("grpc-status"u8) => HeaderKind.GrpcStatus,
        11 when name.SequenceEqual("traceparent"u8) => HeaderKind.Volatile,
        12 when name.SequenceEqual("content-type"u8) => HeaderKind.ContentType,
        12 when name.SequenceEqual("x-request-id"u8) || name.SequenceEqual("grpc-timeout"u8) || name.SequenceEqual("grpc-message"u8) => HeaderKind.Volatile,
        13 when name.SequenceEqual("authorization"u8) => HeaderKind.Secret,
        14 when name.SequenceEqual("content-length"u8) => HeaderKind.ContentLength,
        16 when name.SequenceEqual("proxy-connection"u8) => HeaderKind.Forbidden,
        17 when name.SequenceEqual("transfer-encoding"u8) => HeaderKind.Forbidden,
        19 when name.SequenceEqual("proxy-authorization"u8) => HeaderKind.Secret,
        _ => HeaderKind.Other,
    };
}
