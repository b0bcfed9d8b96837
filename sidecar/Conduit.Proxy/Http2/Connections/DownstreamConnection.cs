using Conduit.Proxy.Http2.Flow;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Messages;
using Conduit.Proxy.Http2.Streams;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>A client's connection: here the relay is the server.</summary>
internal sealed class DownstreamConnection : Http2Connection, IDrainable
{
    private RateLimit _tolerance = new(burst: 2000, perSecond: 500);
    private int _prefaceTaken;
    private int _lastStreamId;
    private bool _isLastSaid;

    public DownstreamConnection(RelayContext context, Connection connection, IStreamRouter router)
        : base(context, self =>
        {
            connection.Handler = self;
            return connection;
        })
    {
        Router = router;
        context.WaitingLimit.Add(this);
        Writer.WriteSettings(
        [
            new Setting(SettingId.MaxConcurrentStreams, (uint)context.Options.MaxStreams),
            new Setting(SettingId.InitialWindowSize, (uint)context.Options.InitialStreamWindow),
            new Setting(SettingId.MaxHeaderListSize, (uint)context.Options.Hpack.SectionSize),
        ]);
        Writer.WriteWindowUpdate(0, context.Options.ConnectionWindow - SendWindow.Initial);
        connection.Flush();
    }

    public event Action? Died;

    public IStreamRouter Router { get; }

    /// <summary>Bytes that wait, of its requests and for it.</summary>
    public long WaitingBytes => Streams.ToArray().Sum(stream => stream.Request.Waiting + stream.Response.Waiting);

    private protected override int LastStreamId => _lastStreamId;

    public override void OnConnected()
    {
    }

    public override void OnReceived(ReadOnlySpan<byte> bytes)
    {
        if (_prefaceTaken < FrameWriter.Preface.Length)
        {
            var part = bytes[..Math.Min(bytes.Length, FrameWriter.Preface.Length - _prefaceTaken)];

            if (!part.SequenceEqual(FrameWriter.Preface.Slice(_prefaceTaken, part.Length)))
            {
                Fail(Http2Error.Protocol);
                return;
            }

            _prefaceTaken += part.Length;
            bytes = bytes[part.Length..];
        }

        base.OnReceived(bytes);
    }

    public void Retire() => Drain();

    /// <summary>Takes no new streams and closes when those that are open have ended (RFC 9113 §6.8).</summary>
    public void Drain()
    {
        if (!IsDraining)
        {
            // Streams may be on their way already; the answer to the PING comes after them.
            IsDraining = true;
            Writer.WriteGoAway(int.MaxValue, Http2Error.None);
            Writer.WritePing(new byte[8], isAck: false);
            Transport.Flush();
        }
    }

    public override void Remove(int streamId)
    {
        base.Remove(streamId);
        CloseWhenDrained();
    }

    internal override StreamHalf HalfFrom(RelayedStream stream) => stream.Request;

    internal override StreamHalf HalfTo(RelayedStream stream) => stream.Response;

    internal override bool IsIdle(int streamId) => streamId > _lastStreamId;

    internal override bool Tolerates() => _tolerance.TryTake(Context.Loop.Now, Context.ClockFrequency);

    internal override Http2Error OnHeaders(int streamId, HpackResult result, bool endStream)
    {
        if (Streams.Find(streamId) is { } open)
        {
            return TakeTrailers(open, result, endStream);
        }

        if (streamId % 2 == 0)
        {
            return Http2Error.Protocol;
        }

        // Of a stream that ended here while this was on its way; or the client shall try it elsewhere, which a drained one knows.
        if (streamId <= _lastStreamId || _isLastSaid)
        {
            return Tolerates() ? Http2Error.None : Http2Error.EnhanceYourCalm;
        }

        _lastStreamId = streamId;

        if (Streams.Count >= Context.Options.MaxStreams)
        {
            return Refuse(streamId, Http2Error.RefusedStream);
        }

        if (result == HpackResult.TooLarge)
        {
            LocalResponse.WriteTooLarge(Context.Made);
            SendHeaders(streamId, Context.Made, endStream: true, indexesPath: false);
            return endStream ? Http2Error.None : Refuse(streamId, Http2Error.None);
        }

        if (!MessageRules.TryReadRequest(Context.Received, out var fields))
        {
            return Refuse(streamId, Http2Error.Protocol);
        }

        var stream = Context.RentStream();
        Streams.Add(streamId, stream);
        stream.Begin(this, streamId, fields, endStream);
        return Http2Error.None;
    }

    internal override void OnReset(RelayedStream? stream, Http2Error code) => stream?.CancelledByClient(code);

    // A client that says it will not take pushes says nothing about its requests.
    internal override void OnGoAway(int lastStreamId, Http2Error code)
    {
    }

    internal override void OnPingAck()
    {
        if (IsDraining && !_isLastSaid)
        {
            _isLastSaid = true;
            Writer.WriteGoAway(_lastStreamId, Http2Error.None);
            Transport.Flush();
            CloseWhenDrained();
        }
    }

    private protected override void LoseStream(RelayedStream stream, CloseReason reason) => stream.CancelledByClient(Http2Error.Cancel);

    private protected override void OnDied()
    {
        Context.WaitingLimit.Remove(this);
        Died?.Invoke();
    }

    private Http2Error TakeTrailers(RelayedStream stream, HpackResult result, bool endStream)
    {
        var error = result == HpackResult.Decoded && endStream && MessageRules.IsTrailer(Context.Received)
            ? Context.GiveReceived(stream.Request)
            : Http2Error.Protocol;

        if (error == Http2Error.None)
        {
            return error;
        }

        stream.Abort(error);
        return Tolerates() ? Http2Error.None : Http2Error.EnhanceYourCalm;
    }

    private Http2Error Refuse(int streamId, Http2Error code)
    {
        Reset(streamId, code);
        return Tolerates() ? Http2Error.None : Http2Error.EnhanceYourCalm;
    }

    private void CloseWhenDrained()
    {
        if (_isLastSaid && Streams.Count == 0 && !IsDead)
        {
            Transport.CloseAfterFlush();
        }
    }
}
