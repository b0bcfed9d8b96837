namespace Conduit.Proxy.Http2.Frames;

[Flags]
internal enum FrameFlags : byte
{
    None = 0,

    /// <summary>Of SETTINGS and PING.</summary>
    Ack = 1,

    /// <summary>Of DATA and HEADERS; the same bit as <see cref="Ack"/>.</summary>
    EndStream = Ack,
    EndHeaders = 4,
    Padded = 8,
    Priority = 32,
}
