using Conduit.Proxy.Http2.Frames;

namespace Conduit.Proxy.Tests.Http2.Frames;

/// <summary>Writes every frame down as one line.</summary>
internal sealed class RecordingFrameHandler : IFrameHandler
{
    public List<string> Lines { get; } = [];

    public Http2Error Answer { get; set; }

    public Http2Error OnData(int streamId, ReadOnlySpan<byte> data, int flowLength, bool endStream) =>
        Add($"DATA {streamId} {Convert.ToHexString(data)} flow={flowLength}{End(endStream)}");

    public Http2Error OnHeaders(int streamId, ReadOnlySpan<byte> block, bool endStream) =>
        Add($"HEADERS {streamId} {Convert.ToHexString(block)}{End(endStream)}");

    public Http2Error OnReset(int streamId, Http2Error code) => Add($"RESET {streamId} {(uint)code}");

    public Http2Error OnSettings(ReadOnlySpan<byte> settings) => Add($"SETTINGS {Convert.ToHexString(settings)}");

    public Http2Error OnSettingsAck() => Add("SETTINGS ack");

    public Http2Error OnPing(ReadOnlySpan<byte> data) => Add($"PING {Convert.ToHexString(data)}");

    public Http2Error OnPingAck(ReadOnlySpan<byte> data) => Add($"PING {Convert.ToHexString(data)} ack");

    public Http2Error OnGoAway(int lastStreamId, Http2Error code) => Add($"GOAWAY {lastStreamId} {(uint)code}");

    public Http2Error OnWindowUpdate(int streamId, int increment) => Add($"WINDOW_UPDATE {streamId} {increment}");

    public Http2Error OnIgnored(FrameType type) => Add($"ignored {(int)type}");

    private static string End(bool endStream) => endStream ? " end" : string.Empty;

    private Http2Error Add(string line)
    {
        Lines.Add(line);
        return Answer;
    }
}
