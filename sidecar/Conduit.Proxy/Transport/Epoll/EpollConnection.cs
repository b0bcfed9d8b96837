using System.Net;
using System.Runtime.InteropServices;

namespace Conduit.Proxy.Transport.Epoll;

internal sealed unsafe partial class EpollConnection(EpollLoop loop, int socket, IPEndPoint remote) : Connection(loop), IEpollSource
{
    private readonly EpollLoop _loop = loop;
    private EpollEvents _interest;
    private bool _isRegistered;
    private bool _isSendBlocked;
    private bool _isParked;
    private bool _isBroken;

    public override IPEndPoint? RemoteAddress => remote;

    public override IPEndPoint? LocalAddress => SocketQueries.LocalAddress(socket);

    public override IPEndPoint? OriginalDestination => SocketQueries.OriginalDestination(socket);

    public void Accepted()
    {
        IsConnected = true;
        Register();
    }

    public void Connect(IPEndPoint address, TimeSpan timeout)
    {
        var bytes = stackalloc byte[SocketAddresses.MaxLength];
        var length = (uint)SocketAddresses.Write(address, new Span<byte>(bytes, SocketAddresses.MaxLength));

        if (socket < 0 || (NativeMethods.Connect(socket, bytes, length) != 0 && Marshal.GetLastPInvokeError() != Linux.InProgress))
        {
            Close(CloseReason.ConnectFailed);
            return;
        }

        // Even a connection that is there at once is announced later, when its caller is done with it.
        _isSendBlocked = true;
        EpollLoop.SetTcpOptions(socket);
        LimitConnecting(timeout);
        Register();
    }

    public void OnEvents(EpollEvents events)
    {
        const EpollEvents Failures = EpollEvents.Error | EpollEvents.HangUp;

        if (!IsClosed && (events & (EpollEvents.Writable | Failures)) != 0)
        {
            OnWritable();
        }

        if (!IsClosed && !IsReadingPaused && !HasEnded && (events & (EpollEvents.Readable | EpollEvents.PeerEnded | Failures)) != 0)
        {
            Receive();
        }
        else if (!IsClosed && (events & Failures) != 0)
        {
            OnFailure(events);
        }
    }

    private protected override bool Send()
    {
        if (_isSendBlocked || _isBroken || !SendPassed())
        {
            return false;
        }

        while (!Output.IsEmpty)
        {
            var sent = SocketSender.Send(socket, Output, out var wanted);

            if (sent < 0)
            {
                OnSendFailed(-sent);
                return false;
            }

            Output.Consume(sent);
            Meter?.Wrote(sent);

            if (sent < wanted)
            {
                SetSendBlocked(true);
                return false;
            }
        }

        return true;
    }

    private protected override void ShutdownWriting() => _ = NativeMethods.Shutdown(socket, Linux.ShutdownWrite);

    private protected override void UpdateInterest()
    {
        if (IsClosed || socket < 0)
        {
            return;
        }

        var interest = Interest();

        if (_isParked && !IsReadingPaused)
        {
            _isParked = false;
            _interest = interest;
            _loop.Register(socket, this, interest);
        }
        else if (_isRegistered && !_isParked && interest != _interest)
        {
            _interest = interest;
            _loop.Change(socket, interest);
        }
    }

    private protected override void Release()
    {
        Output.Clear();
        DropPassed();

        if (socket < 0)
        {
            return;
        }

        if (IsAborted)
        {
            EpollLoop.ResetOnClose(socket);
        }

        _loop.Forget(socket);
    }

    private void Register()
    {
        _interest = Interest();
        _loop.Register(socket, this, _interest);
        _isRegistered = true;
    }

    private EpollEvents Interest()
    {
        var reading = IsReadingPaused || HasEnded ? EpollEvents.None : EpollEvents.Readable | EpollEvents.PeerEnded;
        return reading | (_isSendBlocked ? EpollEvents.Writable : EpollEvents.None);
    }

    private void OnFailure(EpollEvents events)
    {
        if ((events & EpollEvents.Error) != 0)
        {
            Close(CloseReason.Reset);
        }
        else
        {
            // Both sides have ended, but what the peer sent is not read yet and must not be lost. The kernel would report this for ever.
            _isParked = true;
            _loop.Unregister(socket);
        }
    }

    private void OnWritable()
    {
        if (IsConnected)
        {
            // Interest is settled after the attempt, so a socket that blocks again costs no call.
            _isSendBlocked = false;
            FlushNow();
            UpdateInterest();
            return;
        }

        int error;
        uint length = sizeof(int);
        _ = NativeMethods.GetOption(socket, Linux.SocketLevel, Linux.Error, &error, &length);

        if (error != 0)
        {
            Close(CloseReason.ConnectFailed);
            return;
        }

        SetSendBlocked(false);
        Connected();
    }

    private void Receive()
    {
        if (TryPass())
        {
            return;
        }

        var buffer = _loop.ReceiveBuffer;
        nint count;

        fixed (byte* start = buffer)
        {
            count = NativeMethods.Receive(socket, start, buffer.Length, 0);
        }

        if (count > 0)
        {
            _comesInBulk = count == buffer.Length;
            Meter?.Read((int)count);
            Handler.OnReceived(buffer[..(int)count]);
        }
        else if (count == 0 && !_isBroken)
        {
            Ended();
        }
        else if (count == 0 || Marshal.GetLastPInvokeError() is not (Linux.WouldBlock or Linux.Interrupted))
        {
            Close(CloseReason.Reset);
        }
    }

    private void OnSendFailed(int error)
    {
        if (error == Linux.WouldBlock)
        {
            SetSendBlocked(true);
        }
        else if (HasEnded || IsReadingPaused)
        {
            Close(CloseReason.Reset);
        }
        else
        {
            // What the peer said before it broke off is still there to be read.
            _isBroken = true;
            Output.Clear();
        }
    }

    private void SetSendBlocked(bool isBlocked)
    {
        if (_isSendBlocked != isBlocked)
        {
            _isSendBlocked = isBlocked;
            UpdateInterest();
        }
    }
}
