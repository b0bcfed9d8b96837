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
internal sealed partial class StreamHalf(RelayedStream stream)
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

    /// <summary>Bytes that its target has no room for yet.</summary>
    public long Waiting => _pending?.Length ?? 0;

    internal bool IsQueued { get; set; }

    internal StreamHalf? NextQueued { get; set; }

    internal StreamHalf? PreviousQueued { get; set; }

    private bool HasPending => _pending is { IsEmpty: false };

    public void From(Http2Connection source, int id)
    {
        (Source, SourceId) = (source, id);
        _receive = new ReceiveWindow(source.Context.Options.InitialStreamWindow, source.Context.Options.StreamWindow);
        DeclaredLength = -1;
    }

    public void To(Http2Connection target, int id)
    {
        (Target, TargetId) = (target, id);
        Window = new SendWindow(target.Peer.InitialWindow);
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
}
