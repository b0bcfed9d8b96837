using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary><c>struct iovec</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MessagePart
{
    public void* Start;
    public nint Length;
}
