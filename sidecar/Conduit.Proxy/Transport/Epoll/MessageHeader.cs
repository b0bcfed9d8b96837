using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary><c>struct msghdr</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MessageHeader
{
    public void* Name;
    public uint NameLength;
    public MessagePart* Parts;
    public nint PartCount;
    public void* Control;
    public nint ControlLength;
    public int Flags;
}
