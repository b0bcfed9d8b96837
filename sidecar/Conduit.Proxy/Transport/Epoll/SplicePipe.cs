using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>A pipe of the kernel's, through which bytes go from one socket to another without being copied into this process.</summary>
internal sealed unsafe class SplicePipe : IDisposable
{
    private const int Capacity = 512 * 1024;

    private readonly int _out;
    private readonly int _in;
    private int _length;

    private SplicePipe(int output, int input) => (_out, _in) = (output, input);

    public bool IsEmpty => _length == 0;

    /// <summary>Null when the process has no files left for it.</summary>
    public static SplicePipe? Create()
    {
        var ends = stackalloc int[2];

        if (NativeMethods.Pipe(ends, Linux.NonBlocking | Linux.CloseOnExec) != 0)
        {
            return null;
        }

        // More than the usual 64 KiB saves calls; where it is not allowed the usual does.
        _ = NativeMethods.Control(ends[1], Linux.SetPipeSize, Capacity);
        return new SplicePipe(ends[0], ends[1]);
    }

    /// <summary>Takes from a socket. Only while it is empty, or what blocks could not be told.</summary>
    /// <returns>Bytes; 0 at the socket's end; the negative error when there is one.</returns>
    public int Fill(int socket) => Count(NativeMethods.Splice(socket, null, _in, null, Capacity, Linux.SpliceMoveNonBlocking), 1);

    /// <summary>Gives to a socket.</summary>
    /// <returns>Bytes; the negative error when there is one.</returns>
    public int Drain(int socket) => Count(NativeMethods.Splice(_out, null, socket, null, _length, Linux.SpliceMoveNonBlocking), -1);

    public void Dispose()
    {
        _ = NativeMethods.Close(_out);
        _ = NativeMethods.Close(_in);
    }

    private int Count(nint moved, int sign)
    {
        if (moved < 0)
        {
            return -Marshal.GetLastPInvokeError();
        }

        _length += sign * (int)moved;
        return (int)moved;
    }
}
