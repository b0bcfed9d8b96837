using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Transport.Epoll;

/// <summary>Gives queued bytes to the kernel, as many parts in one call as there are.</summary>
internal static unsafe class SocketSender
{
    private const int MostParts = 16;

    /// <param name="socket">Where to.</param>
    /// <param name="output">Keeps its bytes; the caller consumes what was sent.</param>
    /// <param name="wanted">Bytes that were offered.</param>
    /// <returns>Bytes that were taken; the negative error when there is one.</returns>
    public static int Send(int socket, ByteQueue output, out int wanted)
    {
        var parts = stackalloc MessagePart[MostParts];
        var count = Math.Min(output.Segments, MostParts);
        wanted = 0;

        for (var index = 0; index < count; index++)
        {
            // The pool's arrays are pinned, so their addresses stay.
            var segment = output.Segment(index).Span;
            parts[index].Start = Unsafe.AsPointer(ref MemoryMarshal.GetReference(segment));
            parts[index].Length = segment.Length;
            wanted += segment.Length;
        }

        var message = new MessageHeader { Parts = parts, PartCount = count };

        while (true)
        {
            // One part is the usual case, and plain send is the cheaper call.
            var sent = count == 1
                ? NativeMethods.Send(socket, (byte*)parts->Start, parts->Length, Linux.NoSignal)
                : NativeMethods.SendMessage(socket, &message, Linux.NoSignal);

            if (sent >= 0)
            {
                return (int)sent;
            }

            var error = Marshal.GetLastPInvokeError();

            if (error != Linux.Interrupted)
            {
                return -error;
            }
        }
    }
}
