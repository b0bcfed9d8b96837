using Conduit.Proxy.Http2.Flow;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Streams;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>What both ends of the relay have in common: one connection's frames, header tables, windows and streams.</summary>
internal abstract class Http2Connection : IConnectionHandler
{
    private const int Portion = 16 * 1024;

    private readonly HpackDecoder _decoder;
    private readonly HpackEncoder _encoder;
    private readonly FrameReader _reader;
    private readonly FrameWriter _writer;
    private readonly ConnectionCredit _credit;
    private bool _isPumping;

    /// <summary>What the peer lets the whole connection send. A field, because it is a counter that changes in place.</summary>
    public SendWindow Window = new(SendWindow.Initial);

    protected Http2Connection(RelayContext context, Func<Http2Connection, Connection> open)
    {
        Context = context;
        Transport = open(this);
        _decoder = new HpackDecoder(context.Options.Hpack);
        _encoder = new HpackEncoder(context.Options.Hpack.TableSize);
        _writer = new FrameWriter(Transport.Output);
        _credit = new ConnectionCredit(context.Options.ConnectionWindow, context.Options.BufferLimit);
        Peer = new PeerSettings(this, _encoder, _writer);
        var blocks = new FieldBlockAssembler(context.Options.Hpack.SectionSize);
        _reader = new FrameReader(new FrameParser(new FrameHandler(this), blocks), context.Loop.Buffers);
    }

    public RelayContext Context { get; }

    public Connection Transport { get; }

    public StreamTable Streams { get; } = new();

    /// <summary>Halves that wait for the connection's window or for its socket.</summary>
    public HalfQueue Waiting { get; } = new();

    /// <summary>What the peer said of itself.</summary>
    public PeerSettings Peer { get; }

    public int MaxFrameLength => _writer.MaxLength;

    public bool HasRoom => !IsDead && !Transport.IsCongested;

    /// <summary>True while so much of the peer's waits for slow readers that it may send little or nothing to others.</summary>
    public bool IsHeldUp => _credit.IsHeldBack;

    /// <summary>True when no new streams may begin.</summary>
    public bool IsDraining { get; protected set; }

    /// <summary>True when nothing is read or written any more.</summary>
    public bool IsDead { get; private set; }

    private protected FrameWriter Writer => _writer;

    public abstract void OnConnected();

    public virtual void OnReceived(ReadOnlySpan<byte> bytes)
    {
        if (!IsDead && _reader.Read(bytes) is not Http2Error.None and var error)
        {
            Fail(error);
        }
    }

    public virtual void OnEnd() => Transport.Close(CloseReason.Ended);

    public void OnDrained() => PumpWaiting();

    public void OnClosed(CloseReason reason) => Die(reason);

    public void SendHeaders(int streamId, HeaderBlock block, bool endStream, bool indexesPath)
    {
        if (IsDead)
        {
            return;
        }

        var target = Context.EncodeBuffer(HpackEncoder.MaxEncodedLength(block));
        var length = _encoder.Encode(block, target, indexesPath);
        _writer.WriteHeaders(streamId, target[..length], endStream);
        Transport.Flush();
    }

    public void SendData(int streamId, ReadOnlySpan<byte> data, bool endStream)
    {
        Window.Take(data.Length);
        _writer.WriteData(streamId, data, endStream);
        Transport.Flush();
    }

    public void Reset(int streamId, Http2Error code)
    {
        if (!IsDead)
        {
            _writer.WriteReset(streamId, code);
            Transport.Flush();
        }
    }

    public void GiveWindow(int streamId, int increment)
    {
        if (!IsDead)
        {
            _writer.WriteWindowUpdate(streamId, increment);
            Transport.Flush();
        }
    }

    /// <summary>Bytes that came from here wait for a slow reader.</summary>
    public void Buffered(int count)
    {
        _credit.Buffered(count);
        Context.WaitingLimit.Check();
    }

    public void Unbuffered(int count)
    {
        _credit.Unbuffered(count);
        RefillConnection();
    }

    public virtual void Remove(int streamId) => Streams.Remove(streamId);

    /// <summary>Ends the connection for a fault of the peer's, or of nobody's (<see cref="Http2Error.None"/>).</summary>
    public void Fail(Http2Error error)
    {
        if (!IsDead)
        {
            _writer.WriteGoAway(LastStreamId, error);
            Transport.CloseAfterFlush();
            Die(CloseReason.Requested);
        }
    }

    internal HpackResult Decode(ReadOnlySpan<byte> block) => _decoder.Decode(block, Context.Received, Context.Scratch);

    /// <summary>Takes DATA into account before anybody looks at it: closed streams and padding count too.</summary>
    internal bool TryTakeWindow(int length)
    {
        if (!_credit.TryTake(length))
        {
            return false;
        }

        RefillConnection();
        return true;
    }

    /// <summary>Sends what waits, a portion for each half in turn.</summary>
    internal void PumpWaiting()
    {
        // A half that ends its stream may make another try to send, which the loop here does anyway.
        if (_isPumping)
        {
            return;
        }

        _isPumping = true;

        while (HasRoom && Window.Available > 0 && Waiting.Take() is { } half)
        {
            half.Pump(Portion);
        }

        _isPumping = false;
    }

    internal void Acknowledge(ReadOnlySpan<byte> ping)
    {
        _writer.WritePing(ping, isAck: true);
        Transport.Flush();
    }

    /// <summary>The half of a stream that this connection feeds.</summary>
    internal abstract StreamHalf HalfFrom(RelayedStream stream);

    /// <summary>The half of a stream that this connection is fed by.</summary>
    internal abstract StreamHalf HalfTo(RelayedStream stream);

    /// <summary>True for a stream that was never opened.</summary>
    internal abstract bool IsIdle(int streamId);

    internal abstract Http2Error OnHeaders(int streamId, HpackResult result, bool endStream);

    internal abstract void OnReset(RelayedStream? stream, Http2Error code);

    internal abstract void OnGoAway(int lastStreamId, Http2Error code);

    internal virtual void OnPingAck()
    {
    }

    /// <summary>The peer did something that costs us more than it; false when it does so too often.</summary>
    internal abstract bool Tolerates();

    private protected abstract int LastStreamId { get; }

    private protected abstract void LoseStream(RelayedStream stream, CloseReason reason);

    private protected abstract void OnDied();

    private void RefillConnection()
    {
        if (_credit.Refill() is > 0 and var increment)
        {
            GiveWindow(0, increment);
        }
    }

    private void Die(CloseReason reason)
    {
        if (IsDead)
        {
            return;
        }

        IsDead = true;
        IsDraining = true;
        _reader.Close();
        OnDied();

        foreach (var stream in Streams.ToArray())
        {
            LoseStream(stream, reason);
        }
    }
}
