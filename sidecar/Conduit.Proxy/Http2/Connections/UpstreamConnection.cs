using Conduit.Proxy.Http2.Flow;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Messages;
using Conduit.Proxy.Http2.Streams;
using Conduit.Proxy.Transport;
using Conduit.Proxy.Transport.Timers;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>A connection to an endpoint: here the relay is the client.</summary>
internal sealed class UpstreamConnection : Http2Connection
{
    // Streams are numbered by odd numbers below 2³¹ and none twice; a connection is replaced before they run out.
    private const int LastUsableId = int.MaxValue - 1000;

    private readonly UpstreamPool _pool;
    private readonly LoopTimer _idle;
    private RateLimit _tolerance = new(burst: 10_000, perSecond: 5_000);
    private int _nextId = 1;

    public UpstreamConnection(RelayContext context, UpstreamPool pool)
        : this(context, pool, self => context.Loop.Connect(pool.Address, pool.ConnectTimeout, self))
    {
    }

    /// <summary>Takes over a connection that was opened for something else.</summary>
    public UpstreamConnection(RelayContext context, UpstreamPool pool, Connection opened)
        : this(context, pool, self =>
        {
            opened.Handler = self;
            return opened;
        })
        => context.Loop.Timers.Schedule(_idle, context.Options.UpstreamIdle);

    private UpstreamConnection(RelayContext context, UpstreamPool pool, Func<Http2Connection, Connection> open)
        : base(context, open)
    {
        _pool = pool;
        _idle = new LoopTimer(CloseWhenIdle);
        Writer.WritePreface();
        Writer.WriteSettings(
        [
            new Setting(SettingId.EnablePush, 0),
            new Setting(SettingId.InitialWindowSize, (uint)context.Options.InitialStreamWindow),
            new Setting(SettingId.MaxHeaderListSize, (uint)context.Options.Hpack.SectionSize),
        ]);
        Writer.WriteWindowUpdate(0, context.Options.ConnectionWindow - SendWindow.Initial);
        Transport.Flush();
    }

    /// <summary>True when one more stream can begin.</summary>
    public bool IsOpen => !IsDraining && Streams.Count < Peer.MaxStreams && _nextId < LastUsableId;

    // The relay is a client here and takes no streams (pushes are refused).
    private protected override int LastStreamId => 0;

    public override void OnConnected()
    {
    }

    /// <returns>The stream's number on this connection.</returns>
    public int Add(RelayedStream stream)
    {
        Context.Loop.Timers.Cancel(_idle);
        var id = _nextId;
        _nextId += 2;
        Streams.Add(id, stream);
        return id;
    }

    public override void Remove(int streamId)
    {
        base.Remove(streamId);

        if (Streams.Count == 0 && !IsDead)
        {
            if (IsDraining)
            {
                Fail(Http2Error.None);
            }
            else
            {
                Context.Loop.Timers.Schedule(_idle, Context.Options.UpstreamIdle);
            }
        }
    }

    /// <summary>Takes no new streams and closes after the last.</summary>
    public void Drain()
    {
        IsDraining = true;

        if (Streams.Count == 0)
        {
            CloseWhenIdle();
        }
    }

    internal override StreamHalf HalfFrom(RelayedStream stream) => stream.Response;

    internal override StreamHalf HalfTo(RelayedStream stream) => stream.Request;

    internal override bool IsIdle(int streamId) => streamId >= _nextId || streamId % 2 == 0;

    internal override bool Tolerates() => _tolerance.TryTake(Context.Loop.Now, Context.ClockFrequency);

    internal override Http2Error OnHeaders(int streamId, HpackResult result, bool endStream)
    {
        if (IsIdle(streamId))
        {
            return Http2Error.Protocol;
        }

        if (Streams.Find(streamId) is { } stream)
        {
            var error = result == HpackResult.Decoded ? Take(stream, endStream) : Http2Error.Protocol;

            if (error != Http2Error.None)
            {
                stream.Abort(error);
            }
        }

        return Http2Error.None;
    }

    internal override void OnReset(RelayedStream? stream, Http2Error code)
    {
        if (stream is not null)
        {
            stream.ResetByEndpoint(code);
        }
    }

    internal override void OnGoAway(int lastStreamId, Http2Error code)
    {
        IsDraining = true;

        foreach (var stream in Streams.ToArray())
        {
            if (stream.Response.SourceId > lastStreamId)
            {
                stream.LostEndpoint(UpstreamFailure.GoneAway, code);
            }
        }

        if (Streams.Count == 0)
        {
            CloseWhenIdle();
        }
    }

    private protected override void LoseStream(RelayedStream stream, CloseReason reason) =>
        stream.LostEndpoint(Transport.IsConnected ? UpstreamFailure.Broken : UpstreamFailure.ConnectFailed);

    private protected override void OnDied()
    {
        Context.Loop.Timers.Cancel(_idle);
        _pool.Remove(this);
    }

    private Http2Error Take(RelayedStream stream, bool endStream)
    {
        if (stream.HasResponse)
        {
            return endStream && MessageRules.IsTrailer(Context.Received) ? stream.RespondTrailers() : Http2Error.Protocol;
        }

        var status = MessageRules.ReadStatus(Context.Received);

        if (status == 0 || (status < 200 && endStream))
        {
            return Http2Error.Protocol;
        }

        stream.Respond(status, endStream);
        return Http2Error.None;
    }

    private void CloseWhenIdle()
    {
        if (Streams.Count == 0)
        {
            Fail(Http2Error.None);
        }
    }
}
