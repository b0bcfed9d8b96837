namespace Conduit.Proxy.Transport.Epoll;

[Flags]
internal enum EpollEvents : uint
{
    None = 0,
    Readable = 0x1,
    Writable = 0x4,
    Error = 0x8,
    HangUp = 0x10,
    PeerEnded = 0x2000,
}
