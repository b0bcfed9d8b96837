using Conduit.Proxy.Http2.Connections;
using Conduit.Proxy.Http2.Flow;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Http2.Streams;

/// <summary>
/// One direction of a relayed stream: takes what its source sends, hands it on as far as its target's windows allow, keeps the rest,
/// and gives the source its window back for what has left.
/// </summary>
internal sealed class StreamHalf(RelayedStream stream)
{
    private ByteQueue? _pending;
    private HeaderBlock? _trailers;
    private ReceiveWindow _receive;
    private bool _hasTrailers;
    private bool _areTrailersSent;
    private long _bytes;
    private long _replayed;

    /// <summary>What the target lets this stream send. A field, because it is a counter that changes in place.</summary>
    public SendWindow Window;

    public Http2Connection? Source { get; private set; }

    public int SourceId { get; private set; }

    /// <summary>Null while nobody knows where it goes.</summary>
    public Http2Connection? Target { get; private set; }

    public int TargetId { get; private set; }

    /// <summary>True when the source has said all.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>True when the target was told all.</summary>
    public bool IsEndSent { get; private set; }

    /// <summary>True when the target wants no more; what still comes is dropped.</summary>
    public bool IsDiscarding { get; private set; }

    /// <summary>Bytes that the head promised; −1 when it promised nothing.</summary>
    public long DeclaredLength { get; set; }

    /// <summary>True when the head can end the stream.</summary>
    public bool IsEmpty => HasEnded && !_hasTrailers && (_pending is null || _pending.IsEmpty);

    internal bool IsQueued { get; set; }

    internal StreamHalf? NextQueued { get; set; }

    internal StreamHalf? PreviousQueued { get; set; }

    private bool HasPending => _pending is { IsEmpty: false };

    public void From(Http2Connection source, int id)
    {
        (Source, SourceId) = (source, id);
        _receive = new ReceiveWindow(source.Context.Options.StreamWindow);
        DeclaredLength = -1;
    }

    public void To(Http2Connection target, int id)
    {
        (Target, TargetId) = (target, id);
        Window = new SendWindow(target.PeerInitialWindow);
    }

    public void EndWithHead(bool isSent)
    {
        HasEnded = true;
        IsEndSent = isSent;
    }

    /// <summary>The head said it all to the target.</summary>
    public void MarkEndSent() => IsEndSent = true;

    /// <returns>What is wrong with the stream.</returns>
    public Http2Error Take(ReadOnlySpan<byte> data, int flowLength, bool endStream)
    {
        if (HasEnded)
        {
            return Http2Error.StreamClosed;
        }

        if (!_receive.TryTake(flowLength))
        {
            return Http2Error.FlowControl;
        }

        _bytes += data.Length;
        HasEnded = endStream;

        if (DeclaredLength >= 0 && (_bytes > DeclaredLength || (endStream && _bytes != DeclaredLength)))
        {
            return Http2Error.Protocol;
        }

        _receive.Free(flowLength - data.Length);

        if (!IsDiscarding)
        {
            Forward(data);
        }

        return Http2Error.None;
    }

    /// <summary>Takes the block and leaves its own in its place.</summary>
    public Http2Error TakeTrailers(ref HeaderBlock block)
    {
        if (HasEnded)
        {
            return Http2Error.StreamClosed;
        }

        HasEnded = true;

        if (DeclaredLength >= 0 && _bytes != DeclaredLength)
        {
            return Http2Error.Protocol;
        }

        if (!IsDiscarding)
        {
            (_trailers, block) = (block, _trailers ?? new HeaderBlock());
            _hasTrailers = true;
            Pump(int.MaxValue);
        }

        return Http2Error.None;
    }

    /// <summary>Sends what waits, as far as there is room and at most so much. May end the stream, so it comes last in whatever calls it.</summary>
    public void Pump(int portion)
    {
        if (Target is null)
        {
            return;
        }

        while (HasPending && portion > 0)
        {
            var first = _pending!.First;
            var length = Math.Min(Math.Min(first.Length, portion), Math.Min(Room(), Target.MaxFrameLength));

            if (length == 0)
            {
                break;
            }

            Send(first[..length], endStream: HasEnded && !_hasTrailers && length == _pending.Length);
            _pending.Consume(length);
            Source!.Unbuffered(length);
            portion -= length;
        }

        Settle();
    }

    /// <summary>The target wants no more.</summary>
    public void Discard()
    {
        IsDiscarding = true;
        DropPending();
        _hasTrailers = false;
    }

    /// <summary>Prepares to send to another target what was already sent to one.</summary>
    public void Replay(ReplayBuffer replay)
    {
        var again = new ByteQueue(Source!.Context.Loop.Buffers);
        again.Write(replay.Bytes);
        Source.Buffered(replay.Bytes.Length);
        _replayed += replay.Bytes.Length;
        replay.Rewind();

        while (HasPending)
        {
            var first = _pending!.First;
            again.Write(first);
            _pending.Consume(first.Length);
        }

        _pending = again;
        _hasTrailers |= _areTrailersSent;
        IsEndSent = _areTrailersSent = false;
    }

    /// <summary>The target is gone; what comes now waits for another.</summary>
    public void Detach()
    {
        Target?.Waiting.Remove(this);
        Target = null;
    }

    public void Reset()
    {
        Detach();
        DropPending();
        Source = null;
        HasEnded = IsEndSent = IsDiscarding = _hasTrailers = _areTrailersSent = false;
        _bytes = _replayed = 0;
    }

    private void Forward(ReadOnlySpan<byte> data)
    {
        var direct = HasPending ? 0 : Math.Min(data.Length, Room());
        var rest = data[direct..];

        // The end needs no window, so it goes even when that is negative (RFC 9113 §6.9.1).
        if (direct > 0 || (IsEmptyEnd(data) && Target is not null))
        {
            Send(data[..direct], endStream: HasEnded && rest.IsEmpty);
        }

        if (!rest.IsEmpty)
        {
            _pending ??= new ByteQueue(Source!.Context.Loop.Buffers);
            _pending.Write(rest);
            Source!.Buffered(rest.Length);
        }

        Settle();
    }

    private bool IsEmptyEnd(ReadOnlySpan<byte> data) => data.IsEmpty && HasEnded && !HasPending;

    private void Settle()
    {
        if (!HasEnded && _receive.Refill() is > 0 and var increment)
        {
            Source!.GiveWindow(SourceId, increment);
        }

        if (HasPending)
        {
            // Without window of its own it waits for that, and not in the queue for the connection's.
            if (Target is not null && Window.Available > 0)
            {
                Target.Waiting.Add(this);
            }

            return;
        }

        if (_hasTrailers && Target is not null)
        {
            _hasTrailers = false;
            _areTrailersSent = true;
            IsEndSent = true;
            Target.SendHeaders(TargetId, _trailers!, endStream: true, stream.IsGrpc);
        }

        if (IsEndSent)
        {
            stream.EndWhenDone();
        }
    }

    private int Room() => Target is null || !Target.HasRoom ? 0 : Math.Min(Window.Available, Target.Window.Available);

    private void Send(ReadOnlySpan<byte> data, bool endStream)
    {
        Window.Take(data.Length);
        Target!.SendData(TargetId, data, endStream);
        IsEndSent = endStream;
        stream.Sent(this, data);

        // What is sent again was given back when it left the first time.
        var again = (int)Math.Min(_replayed, data.Length);
        _replayed -= again;
        _receive.Free(data.Length - again);
    }

    private void DropPending()
    {
        if (HasPending)
        {
            Source!.Unbuffered((int)_pending!.Length);
            _pending.Clear();
        }
    }
}
