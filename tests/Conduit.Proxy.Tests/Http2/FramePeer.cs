using System.Net.Sockets;
using System.Threading.Channels;
using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Tests.Http2.Hpack;
using Conduit.Proxy.Transport.Buffers;
using Conduit.Proxy.Transport.Timers;
using Conduit.Testing.Time;

namespace Conduit.Proxy.Tests.Http2;

/// <summary>An HTTP/2 peer made by hand, client or server: sends exactly what a test tells it and reads frames as lines of text.</summary>
internal sealed class FramePeer : IFrameHandler, IDisposable
{
    private readonly Socket _socket;
    private readonly ByteQueue _output = new(new BufferPool(new TimerWheel(TimeProvider.System)));
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly HpackDecoder _decoder = new(HpackLimits.Default);
    private readonly HpackEncoder _encoder = new(4096);
    private readonly FrameReader _reader;
    private readonly List<string> _seen = [];

    private FramePeer(Socket socket)
    {
        _socket = socket;
        Writer = new FrameWriter(_output);
        _reader = new FrameReader(new FrameParser(this, new FieldBlockAssembler(1 << 20)), new BufferPool(new TimerWheel(TimeProvider.System)));
    }

    public FrameWriter Writer { get; }

    /// <summary>True once the relay said that it will close.</summary>
    public bool HasGoneAway { get; private set; }

    public static FramePeer Client(Socket socket, params Setting[] settings)
    {
        var peer = new FramePeer(socket);
        peer.Writer.WritePreface();
        return peer.Start(settings);
    }

    public static FramePeer Server(Socket socket, params Setting[] settings) => new FramePeer(socket).Start(settings);

    /// <summary>Sends a header section.</summary>
    public async Task HeadersAsync(int streamId, bool endStream, params string[] fields)
    {
        var block = HeaderLines.Block(fields);
        var target = new byte[HpackEncoder.MaxEncodedLength(block)];
        Writer.WriteHeaders(streamId, target.AsSpan(0, _encoder.Encode(block, target, indexesPath: true)), endStream);
        await SendAsync();
    }

    public Task GetAsync(int streamId, string path = "/") =>
        HeadersAsync(streamId, true, ":method: GET", ":scheme: http", $":path: {path}", ":authority: test");

    public Task PostAsync(int streamId, params string[] more) =>
        HeadersAsync(streamId, false, [":method: POST", ":scheme: http", ":path: /", ":authority: test", .. more]);

    public async Task DataAsync(int streamId, int length, bool endStream)
    {
        Writer.WriteData(streamId, new byte[length], endStream);
        await SendAsync();
    }

    public async Task DoAsync(Action<FrameWriter> write)
    {
        write(Writer);
        await SendAsync();
    }

    public async Task RawAsync(string hex)
    {
        _output.Write(HeaderLines.Bytes(hex));
        await SendAsync();
    }

    /// <summary>Waits for a frame whose line begins so, passing over others.</summary>
    public async Task<string> ExpectAsync(string beginning)
    {
        while (true)
        {
            var reading = _lines.Reader.ReadAsync().AsTask();
            var line = await Eventually.Ends(reading, what: $"{beginning} after {string.Join(" | ", _seen)}");
            _seen.Add(line);

            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    /// <summary>Adds up DATA of a stream until its end, or until so many bytes are there.</summary>
    public async Task<int> CountDataAsync(int streamId, int atLeast = int.MaxValue)
    {
        var total = 0;

        while (total < atLeast)
        {
            var line = await ExpectAsync($"DATA {streamId} ");
            total += int.Parse(line.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);

            if (line.EndsWith(" end", StringComparison.Ordinal))
            {
                break;
            }
        }

        return total;
    }

    /// <summary>All lines so far that are not yet read.</summary>
    public List<string> Drain()
    {
        var lines = new List<string>();

        while (_lines.Reader.TryRead(out var line))
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Sends a PING and waits for its answer: what was sent before has been looked at then.</summary>
    public async Task RoundTripAsync()
    {
        await DoAsync(writer => writer.WritePing("roundtrp"u8, isAck: false));
        await ExpectAsync("PING ack");
    }

    public void Dispose() => _socket.Dispose();

    public Http2Error OnData(int streamId, ReadOnlySpan<byte> data, int flowLength, bool endStream) =>
        Add($"DATA {streamId} {data.Length}{(endStream ? " end" : string.Empty)}");

    public Http2Error OnHeaders(int streamId, ReadOnlySpan<byte> block, bool endStream)
    {
        var headers = new HeaderBlock();
        Assert.Equal(HpackResult.Decoded, _decoder.Decode(block, headers, new HpackScratch()));
        return Add($"HEADERS {streamId}{(endStream ? " end" : string.Empty)} {string.Join(", ", HeaderLines.Of(headers))}");
    }

    public Http2Error OnReset(int streamId, Http2Error code) => Add($"RESET {streamId} {code}");

    public Http2Error OnSettings(ReadOnlySpan<byte> settings)
    {
        Span<byte> ack = stackalloc byte[FrameHeader.Size];
        new FrameHeader(0, FrameType.Settings, FrameFlags.Ack, 0).Write(ack);
        _socket.Send(ack);
        var line = "SETTINGS";

        for (; !settings.IsEmpty; settings = settings[Setting.Size..])
        {
            line += $" {Setting.Read(settings).Id}={Setting.Read(settings).Value}";
        }

        return Add(line);
    }

    public Http2Error OnSettingsAck() => Add("SETTINGS ack");

    public Http2Error OnPing(ReadOnlySpan<byte> data)
    {
        Span<byte> ack = stackalloc byte[FrameHeader.Size + 8];
        new FrameHeader(8, FrameType.Ping, FrameFlags.Ack, 0).Write(ack);
        data.CopyTo(ack[FrameHeader.Size..]);
        _socket.Send(ack);
        return Add("PING");
    }

    public Http2Error OnPingAck(ReadOnlySpan<byte> data) => Add("PING ack");

    public Http2Error OnGoAway(int lastStreamId, Http2Error code)
    {
        HasGoneAway = true;
        return Add($"GOAWAY {lastStreamId} {code}");
    }

    public Http2Error OnWindowUpdate(int streamId, int increment) => Add($"WINDOW_UPDATE {streamId} {increment}");

    public Http2Error OnIgnored(FrameType type) => Add($"ignored {type}");

    private Http2Error Add(string line)
    {
        _lines.Writer.TryWrite(line);
        return Http2Error.None;
    }

    private FramePeer Start(Setting[] settings)
    {
        Writer.WriteSettings(settings);
        Flush();
        _ = ReadAsync();
        return this;
    }

    private Task SendAsync()
    {
        Flush();
        return Task.CompletedTask;
    }

    private void Flush()
    {
        while (!_output.IsEmpty)
        {
            try
            {
                _output.Consume(_socket.Send(_output.First));
            }
            catch (SocketException)
            {
                // The relay hung up, which tests see by what they read.
                _output.Clear();
            }
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var skip = 0;

        try
        {
            while (await _socket.ReceiveAsync(buffer) is > 0 and var count)
            {
                // A client's preface is no frame.
                var isPreface = buffer.AsSpan(0, count).StartsWith(FrameWriter.Preface);
                skip = isPreface ? FrameWriter.Preface.Length : 0;
                Assert.Equal(Http2Error.None, _reader.Read(buffer.AsSpan(skip, count - skip)));
            }

            Add("CLOSED");
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            Add("CLOSED by reset");
        }
    }
}
