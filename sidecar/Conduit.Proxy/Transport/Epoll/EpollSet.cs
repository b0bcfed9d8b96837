using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>An epoll instance. Works on bytes, because <c>struct epoll_event</c> is packed on x64 and nowhere else.</summary>
internal sealed unsafe class EpollSet : IDisposable
{
    private const int Capacity = 512;

    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture == Architecture.X64;

    private readonly int _epoll = NativeMethods.EpollCreate(Linux.CloseOnExec);
    private readonly int _size = IsPacked ? 12 : 16;
    private readonly int _dataOffset = IsPacked ? 4 : 8;
    private readonly byte[] _events;

    public EpollSet()
    {
        if (_epoll < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        _events = GC.AllocateArray<byte>(Capacity * _size, pinned: true);
    }

    public void Add(int socket, EpollEvents interest) => Control(Linux.Add, socket, interest);

    public void Modify(int socket, EpollEvents interest) => Control(Linux.Modify, socket, interest);

    public void Remove(int socket) => Control(Linux.Remove, socket, EpollEvents.None);

    /// <returns>How many events there are; 0 when time ran out or a signal came.</returns>
    public int Wait(int milliseconds)
    {
        fixed (byte* events = _events)
        {
            return Math.Max(NativeMethods.EpollWait(_epoll, events, Capacity, milliseconds), 0);
        }
    }

    public int Socket(int index) => BinaryPrimitives.ReadInt32LittleEndian(_events.AsSpan((index * _size) + _dataOffset));

    public EpollEvents Events(int index) => (EpollEvents)BinaryPrimitives.ReadUInt32LittleEndian(_events.AsSpan(index * _size));

    public void Dispose() => _ = NativeMethods.Close(_epoll);

    private void Control(int operation, int socket, EpollEvents interest)
    {
        var entry = stackalloc byte[16];
        var bytes = new Span<byte>(entry, 16);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)interest);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[_dataOffset..], socket);

        if (NativeMethods.EpollControl(_epoll, operation, socket, entry) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }
}
