using System.Text;

namespace Conduit.Proxy.Http1.Heads;

/// <summary>Knows fields by their names, which are case-insensitive (RFC 9110 §5.1).</summary>
internal static class FieldKinds
{
    public static FieldKind Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => Is(name, "te"u8, FieldKind.Te),
        4 => Is(name, "host"u8, FieldKind.Host),
        6 => Is(name, "expect"u8, FieldKind.Expect),
        7 => Is(name, "upgrade"u8, FieldKind.Upgrade),
        10 => (name[0] | 0x20) switch
        {
            'c' => Is(name, "connection"u8, FieldKind.Connection),
            'k' => Is(name, "keep-alive"u8, FieldKind.KeepAlive),
            _ => Is(name, "user-agent"u8, FieldKind.UserAgent),
        },
        13 => Is(name, "conduit-error"u8, FieldKind.ConduitError),
        14 => (name[0] | 0x20) == 'c'
            ? Is(name, "content-length"u8, FieldKind.ContentLength)
            : Is(name, "http2-settings"u8, FieldKind.Http2Settings),
        16 => Is(name, "proxy-connection"u8, FieldKind.ProxyConnection),
        17 => Is(name, "transfer-encoding"u8, FieldKind.TransferEncoding),
        _ => FieldKind.Other,
    };

    private static FieldKind Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known, FieldKind kind) =>
        Ascii.EqualsIgnoreCase(name, known) ? kind : FieldKind.Other;
}
