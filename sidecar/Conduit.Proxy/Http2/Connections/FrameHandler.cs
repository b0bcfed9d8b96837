using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Streams;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>The rules of RFC 9113 that are the same for both ends of a connection: which frame may come when, and whom a fault costs what.</summary>
internal sealed class FrameHandler(Http2Connection connection) : IFrameHandler
{
    private bool _hasSettings;

    public Http2Error OnData(int streamId, ReadOnlySpan<byte> data, int flowLength, bool endStream)
    {
        if (!_hasSettings || connection.IsIdle(streamId))
        {
            return Http2Error.Protocol;
        }

        if (!connection.TryTakeWindow(flowLength))
        {
            return Http2Error.FlowControl;
        }

        if (data.IsEmpty && !endStream && !connection.Tolerates())
        {
            return Http2Error.EnhanceYourCalm;
        }

        if (connection.Streams.Find(streamId) is not { } stream)
        {
            return Http2Error.None;
        }

        var isMisplaced = ReferenceEquals(connection, stream.Upstream) && !stream.HasResponse;
        var error = isMisplaced ? Http2Error.Protocol : connection.HalfFrom(stream).Take(data, flowLength, endStream);
        return error == Http2Error.None ? error : Abort(stream, error);
    }

    public Http2Error OnHeaders(int streamId, ReadOnlySpan<byte> block, bool endStream)
    {
        if (!_hasSettings)
        {
            return Http2Error.Protocol;
        }

        // Decoded whatever becomes of it, or the tables would be out of step (RFC 9113 §4.3).
        var result = connection.Decode(block);
        return result == Hpack.HpackResult.Broken ? Http2Error.Compression : connection.OnHeaders(streamId, result, endStream);
    }

    public Http2Error OnReset(int streamId, Http2Error code)
    {
        if (!_hasSettings || connection.IsIdle(streamId))
        {
            return Http2Error.Protocol;
        }

        connection.OnReset(connection.Streams.Find(streamId), code);
        return connection.Tolerates() ? Http2Error.None : Http2Error.EnhanceYourCalm;
    }

    public Http2Error OnSettings(ReadOnlySpan<byte> settings)
    {
        var isFirst = !_hasSettings;
        _hasSettings = true;
        return CanAnswer() ? connection.Peer.Apply(settings, isFirst) : Http2Error.EnhanceYourCalm;
    }

    public Http2Error OnSettingsAck() => _hasSettings ? Http2Error.None : Http2Error.Protocol;

    public Http2Error OnPing(ReadOnlySpan<byte> data)
    {
        if (!_hasSettings)
        {
            return Http2Error.Protocol;
        }

        if (!CanAnswer())
        {
            return Http2Error.EnhanceYourCalm;
        }

        connection.Acknowledge(data);
        return Http2Error.None;
    }

    public Http2Error OnPingAck(ReadOnlySpan<byte> data)
    {
        connection.OnPingAck();
        return Http2Error.None;
    }

    public Http2Error OnGoAway(int lastStreamId, Http2Error code)
    {
        connection.OnGoAway(lastStreamId, code);
        return Http2Error.None;
    }

    public Http2Error OnWindowUpdate(int streamId, int increment)
    {
        if (streamId == 0)
        {
            return GrowConnection(increment);
        }

        if (!_hasSettings || connection.IsIdle(streamId))
        {
            return Http2Error.Protocol;
        }

        if (connection.Streams.Find(streamId) is not { } stream)
        {
            return Http2Error.None;
        }

        var half = connection.HalfTo(stream);

        if (increment == 0 || !half.Window.TryAdd(increment))
        {
            return Abort(stream, increment == 0 ? Http2Error.Protocol : Http2Error.FlowControl);
        }

        if (!half.IsQueued)
        {
            half.Pump(int.MaxValue);
        }

        return Http2Error.None;
    }

    public Http2Error OnIgnored(FrameType type) =>
        !_hasSettings ? Http2Error.Protocol : connection.Tolerates() ? Http2Error.None : Http2Error.EnhanceYourCalm;

    private Http2Error GrowConnection(int increment)
    {
        if (increment == 0)
        {
            return Http2Error.Protocol;
        }

        if (!connection.Window.TryAdd(increment))
        {
            return Http2Error.FlowControl;
        }

        connection.PumpWaiting();
        return Http2Error.None;
    }

    // Answers that the peer does not read must not pile up either.
    private bool CanAnswer() => connection.Tolerates() && connection.Transport.Output.Length < 2 * Connection.HighWater;

    // Makes us send RST_STREAM, so it counts as if the peer had (CVE-2025-8671).
    private Http2Error Abort(RelayedStream stream, Http2Error error)
    {
        stream.Abort(error);
        return connection.Tolerates() ? Http2Error.None : Http2Error.EnhanceYourCalm;
    }
}
