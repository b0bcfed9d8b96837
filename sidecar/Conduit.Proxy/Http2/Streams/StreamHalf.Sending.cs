using Conduit.Proxy.Transport.Buffers;

namespace Conduit.Proxy.Http2.Streams;

/// <content>Handing on what came, as far as the target has room, and keeping the rest.</content>
internal sealed partial class StreamHalf
{
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
