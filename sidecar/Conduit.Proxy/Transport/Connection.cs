using System.Net;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Transport;

/// <summary>
/// A stream of bytes both ways, owned by one loop and touched by its thread only. What is written during one turn of the loop leaves
/// together at the turn's end; a connection that is closed says so to its handler at the turn's end as well, so no call comes back
/// into its caller.
/// </summary>
internal abstract class Connection(EventLoop loop)
{
    /// <summary>Above this much unsent output a writer should stop until <see cref="IConnectionHandler.OnDrained"/>.</summary>
    public const int HighWater = 256 * 1024;

    /// <summary>The same while the loop has little left.</summary>
    public const int LowWater = 32 * 1024;

    // A peer that was told the end has this long to read it before the connection is gone.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private CloseReason _reason;
    private bool _isLastWritten;
    private bool _isWritingShut;
    private LoopTimer? _timer;

    public EventLoop Loop { get; } = loop;

    public ByteQueue Output { get; } = new(loop.Buffers);

    public IConnectionHandler Handler { get; set; } = null!;

    /// <summary>Null when nobody counts.</summary>
    public ITransportMeter? Meter { get; set; }

    public abstract IPEndPoint? RemoteAddress { get; }

    /// <summary>Where it was accepted.</summary>
    public abstract IPEndPoint? LocalAddress { get; }

    /// <summary>Where the peer was going before it was redirected here; null when it came by itself.</summary>
    public virtual IPEndPoint? OriginalDestination => null;

    public bool IsConnected { get; private protected set; }

    public bool IsClosed { get; private set; }

    public bool IsReadingPaused { get; private set; }

    /// <summary>True once the peer will send no more.</summary>
    public bool HasEnded { get; private protected set; }

    public bool IsCongested => Output.Length > Loop.HighWater;

    internal bool IsFlushScheduled { get; set; }

    /// <summary>Sends what was written, at the end of this turn.</summary>
    public void Flush()
    {
        if (!IsFlushScheduled && !IsClosed)
        {
            IsFlushScheduled = true;
            Loop.ScheduleFlush(this);
        }
    }

    public void PauseReading()
    {
        if (!IsReadingPaused)
        {
            IsReadingPaused = true;
            UpdateInterest();
        }
    }

    public void ResumeReading()
    {
        if (IsReadingPaused)
        {
            IsReadingPaused = false;
            UpdateInterest();
        }
    }

    /// <summary>
    /// Lets great amounts go straight to another connection of the same loop, unseen by the handler, where the system can do that. The
    /// handler must pass all that it does get on to that connection, and resume reading when that has drained.
    /// </summary>
    public virtual void PassTo(Connection target)
    {
    }

    /// <summary>Tells the peer, after all that was written, that no more comes.</summary>
    public void End()
    {
        _isLastWritten = true;
        Flush();
    }

    /// <summary>Closes once the peer has had the chance to read what was written; its own bytes are not looked at any more.</summary>
    public void CloseAfterFlush()
    {
        if (!IsClosed)
        {
            Handler = new LingeringHandler(this, Handler);
            CloseAfter(Linger);
            End();
        }
    }

    public void Close(CloseReason reason = CloseReason.Requested)
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _reason = reason;
            Loop.ScheduleClose(this);
        }
    }

    /// <summary>Sends as much as the kernel takes and says what became of it.</summary>
    internal void FlushNow()
    {
        IsFlushScheduled = false;

        if (IsClosed || !IsConnected || !Send())
        {
            return;
        }

        if (_isLastWritten && !_isWritingShut)
        {
            _isWritingShut = true;
            ShutdownWriting();
        }

        Handler.OnDrained();
        CloseWhenBothEnded();
    }

    internal void CloseNow()
    {
        Cancel(_timer);
        Release();
        Meter?.Closed(_reason);
        Handler.OnClosed(_reason);
    }

    /// <summary>True when nothing is left to send.</summary>
    private protected abstract bool Send();

    private protected abstract void ShutdownWriting();

    private protected abstract void UpdateInterest();

    /// <summary>Gives socket and buffers back.</summary>
    private protected abstract void Release();

    private protected bool IsAborted => _reason == CloseReason.Aborted;

    private protected void LimitConnecting(TimeSpan timeout)
    {
        _timer = new LoopTimer(() => Close(CloseReason.ConnectTimedOut));
        Loop.Timers.Schedule(_timer, timeout);
    }

    private protected void Connected()
    {
        Cancel(_timer);
        IsConnected = true;
        Handler.OnConnected();
        Flush();
    }

    private protected void Ended()
    {
        HasEnded = true;
        UpdateInterest();
        Handler.OnEnd();
        CloseWhenBothEnded();
    }

    private void CloseWhenBothEnded()
    {
        if (HasEnded && _isWritingShut)
        {
            Close(CloseReason.Ended);
        }
    }

    private void CloseAfter(TimeSpan delay)
    {
        Cancel(_timer);
        _timer = new LoopTimer(() => Close());
        Loop.Timers.Schedule(_timer, delay);
    }

    private void Cancel(LoopTimer? timer)
    {
        if (timer is not null)
        {
            Loop.Timers.Cancel(timer);
        }
    }
}
