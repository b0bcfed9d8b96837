namespace Conduit.Proxy.Http2.Frames;

/// <summary>
/// Is given the frames of one direction of a connection, well-formed and in order. Spans are only good during the call. Whatever
/// error a call returns ends the connection with that code.
/// </summary>
internal interface IFrameHandler
{
    /// <param name="streamId">Not 0.</param>
    /// <param name="data">Without padding.</param>
    /// <param name="flowLength">What it takes from the windows: padding counts.</param>
    /// <param name="endStream">True when nothing follows on this stream.</param>
    Http2Error OnData(int streamId, ReadOnlySpan<byte> data, int flowLength, bool endStream);

    /// <param name="streamId">Not 0.</param>
    /// <param name="block">A whole field block, still encoded.</param>
    /// <param name="endStream">True when nothing follows on this stream.</param>
    Http2Error OnHeaders(int streamId, ReadOnlySpan<byte> block, bool endStream);

    Http2Error OnReset(int streamId, Http2Error code);

    /// <param name="settings">Entries of <see cref="Setting.Size"/> bytes, values checked.</param>
    Http2Error OnSettings(ReadOnlySpan<byte> settings);

    Http2Error OnSettingsAck();

    /// <param name="data">Eight bytes.</param>
    Http2Error OnPing(ReadOnlySpan<byte> data);

    Http2Error OnPingAck(ReadOnlySpan<byte> data);

    Http2Error OnGoAway(int lastStreamId, Http2Error code);

    /// <param name="streamId">0 means the connection's window.</param>
    /// <param name="increment">May be 0, which is the stream's fault (RFC 9113 §6.9).</param>
    Http2Error OnWindowUpdate(int streamId, int increment);

    /// <summary>A frame that means nothing to us.</summary>
    Http2Error OnIgnored(FrameType type);
}
