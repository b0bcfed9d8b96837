using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Sockets;

/// <summary>One operation each way at a time. The socket's arguments are given back only when both have ended.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The loop ends it by Release, and an operation under way must outlive that.")]
internal sealed class SocketConnection : Connection
{
    private readonly SocketLoop _loop;
    private readonly Socket _socket;
    private readonly IPEndPoint _remote;
    private readonly SocketAsyncEventArgs _reading = new();
    private readonly SocketAsyncEventArgs _writing = new();
    private byte[]? _buffer;
    private bool _isReading;
    private bool _isWriting;

    public SocketConnection(SocketLoop loop, Socket socket, IPEndPoint remote)
        : base(loop)
    {
        _loop = loop;
        _socket = socket;
        _remote = remote;
        _socket.NoDelay = true;
        _reading.Completed += (_, _) => _loop.Complete(OnReadCompleted);
        _writing.Completed += (_, _) => _loop.Complete(OnWriteCompleted);
    }

    public override IPEndPoint? RemoteAddress => _remote;

    public override IPEndPoint? LocalAddress => _socket.LocalEndPoint as IPEndPoint;

    public void Accepted()
    {
        IsConnected = true;
        Read();
    }

    public void Connect(TimeSpan timeout)
    {
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAlive.AfterSeconds);
        _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAlive.EverySeconds);
        _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAlive.Probes);
        LimitConnecting(timeout);
        _isWriting = true;
        _writing.RemoteEndPoint = _remote;

        if (!_socket.ConnectAsync(_writing))
        {
            _loop.Complete(OnWriteCompleted);
        }
    }

    private protected override bool Send()
    {
        if (_isWriting || Output.IsEmpty)
        {
            return !_isWriting;
        }

        _isWriting = true;
        _writing.SetBuffer(MemoryMarshal.AsMemory(Output.Segment(0)));

        if (!_socket.SendAsync(_writing))
        {
            _loop.Complete(OnWriteCompleted);
        }

        return false;
    }

    private protected override void ShutdownWriting() => Shutdown(SocketShutdown.Send);

    private protected override void UpdateInterest() => Read();

    private protected override void Release()
    {
        if (IsAborted)
        {
            _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        else
        {
            // Disposing alone would reset the connection while it is being read from.
            Shutdown(SocketShutdown.Both);
        }

        _socket.Dispose();
        GiveBack();
    }

    private void Shutdown(SocketShutdown how)
    {
        try
        {
            _socket.Shutdown(how);
        }
        catch (SocketException)
        {
            // Never connected, or reset; then there is nothing to end.
        }
    }

    private void Read()
    {
        if (_isReading || IsReadingPaused || HasEnded || IsClosed || !IsConnected)
        {
            return;
        }

        _isReading = true;
        _buffer ??= Loop.Buffers.Rent();
        _reading.SetBuffer(_buffer);

        if (!_socket.ReceiveAsync(_reading))
        {
            _loop.Complete(OnReadCompleted);
        }
    }

    private void OnReadCompleted()
    {
        _isReading = false;

        if (IsClosed)
        {
            GiveBack();
        }
        else if (_reading.SocketError != SocketError.Success)
        {
            Close(CloseReason.Reset);
        }
        else if (_reading.BytesTransferred == 0)
        {
            Ended();
        }
        else
        {
            Meter?.Read(_reading.BytesTransferred);
            Handler.OnReceived(_reading.MemoryBuffer.Span[.._reading.BytesTransferred]);
            Read();
        }
    }

    private void OnWriteCompleted()
    {
        _isWriting = false;

        if (IsClosed)
        {
            GiveBack();
        }
        else if (_writing.SocketError != SocketError.Success)
        {
            Close(IsConnected ? CloseReason.Reset : CloseReason.ConnectFailed);
        }
        else if (!IsConnected)
        {
            Connected();
            Read();
        }
        else
        {
            Output.Consume(_writing.BytesTransferred);
            Meter?.Wrote(_writing.BytesTransferred);
            FlushNow();
        }
    }

    private void GiveBack()
    {
        // An operation that is under way still looks at its buffer.
        if (!_isReading && !_isWriting)
        {
            Output.Clear();
            _reading.Dispose();
            _writing.Dispose();

            if (_buffer is not null)
            {
                Loop.Buffers.Return(_buffer);
                _buffer = null;
            }
        }
    }
}
