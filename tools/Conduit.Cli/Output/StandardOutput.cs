using Microsoft.Win32.SafeHandles;

namespace Conduit.Cli.Output;

/// <summary>Stdout. Unlike the runtime's own stream it tells when a pipe's reader is gone, so that <c>conduit tap | head -1</c> ends.</summary>
internal sealed class StandardOutput(Stream inner) : Stream
{
    private const int StandardOutputHandle = 1;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static StandardOutput Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return new StandardOutput(Console.OpenStandardOutput());
        }

        var handle = new FileStream(new SafeFileHandle(StandardOutputHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0);

        // A file may be shared with stderr, and FileStream would write at a position of its own.
        return new StandardOutput(handle.CanSeek ? Console.OpenStandardOutput() : handle);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Telling(buffer, static (stream, bytes) => stream.Write(bytes));

    public override void Flush() => Telling([], static (stream, _) => stream.Flush());

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Telling(ReadOnlySpan<byte> bytes, Action<Stream, ReadOnlySpan<byte>> write)
    {
        try
        {
            write(inner, bytes);
        }
        catch (IOException failure) when (IsClosedPipe(failure))
        {
            throw new OutputClosedException(failure);
        }
    }

    // EPIPE on Unix, or EIO where it was a terminal; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static bool IsClosedPipe(IOException failure) => OperatingSystem.IsWindows()
        ? (failure.HResult & 0xffff) is 109 or 232
        : failure.HResult is 32 or 5;
}
