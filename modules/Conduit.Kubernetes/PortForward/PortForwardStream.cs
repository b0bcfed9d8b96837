using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Conduit.Kubernetes.PortForward;

/// <summary>
/// A connection into a pod, carried by a WebSocket. Each message starts with its channel: 0 for data, 1 for what went wrong. On
/// both channels the pod's side first sends two bytes that repeat the port. The protocol cannot close one direction only.
/// </summary>
internal sealed class PortForwardStream(WebSocket socket, string description) : Stream
{
    public const string Protocol = "v4.channel.k8s.io";

    private const int DataChannel = 0;
    private const int PortBytes = 2;
    private const int LargestMessage = 32 * 1024;
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);

    private readonly byte[] _buffer = new byte[LargestMessage];
    private readonly StringBuilder _fault = new();
    private readonly int[] _portBytesLeft = [PortBytes, PortBytes];
    private ReadOnlyMemory<byte> _unread;
    private int? _channel;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_unread.IsEmpty)
        {
            if (!await ReceiveAsync(cancellationToken))
            {
                return 0;
            }
        }

        var count = Math.Min(buffer.Length, _unread.Length);
        _unread[..count].CopyTo(buffer);
        _unread = _unread[count..];
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var message = ArrayPool<byte>.Shared.Rent(LargestMessage);

        try
        {
            while (!buffer.IsEmpty)
            {
                var count = Math.Min(buffer.Length, LargestMessage - 1);
                message[0] = DataChannel;
                buffer[..count].CopyTo(message.AsMemory(1));
                await socket.SendAsync(message.AsMemory(0, count + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
                buffer = buffer[count..];
            }
        }
        catch (WebSocketException failure)
        {
            throw new IOException($"The connection to {description} broke: {failure.Message}", failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Use ReadAsync.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Use WriteAsync.");

    public override void Flush()
    {
        // Every write is a message of its own and leaves at once.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(CloseLimit);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // The other side is gone already, which is as good.
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            socket.Dispose();
        }

        base.Dispose(disposing);
    }

    // Takes the next part of a message; false when there will be no more.
    private async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var received = await socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);

            if (received.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            Take(_buffer.AsMemory(0, received.Count), received.EndOfMessage);
            return true;
        }
        catch (WebSocketException failure) when (failure.WebSocketErrorCode == WebSocketError.ConnectionClosedPrematurely)
        {
            return false;
        }
        catch (WebSocketException failure)
        {
            throw new IOException($"The connection to {description} broke: {failure.Message}", failure);
        }
    }

    private void Take(ReadOnlyMemory<byte> part, bool isLast)
    {
        if (_channel is null && !part.IsEmpty)
        {
            _channel = part.Span[0];
            part = part[1..];
        }

        var channel = _channel == DataChannel ? 0 : 1;
        var skipped = Math.Min(_portBytesLeft[channel], part.Length);
        _portBytesLeft[channel] -= skipped;
        part = part[skipped..];

        if (channel == DataChannel)
        {
            _unread = part;
        }
        else
        {
            _fault.Append(Encoding.UTF8.GetString(part.Span));
        }

        if (isLast)
        {
            _channel = null;
        }

        if (isLast && _fault.Length > 0)
        {
            throw new IOException($"No connection to {description}: {_fault}");
        }
    }
}
