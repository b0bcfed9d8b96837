using Conduit.Proxy.Http2.Frames;
using Conduit.Proxy.Http2.Hpack;
using Conduit.Proxy.Http2.Streams;
using Conduit.Proxy.Transport;

namespace Conduit.Proxy.Http2.Connections;

/// <summary>What all HTTP/2 connections of one loop share: memory that is needed for a moment, and streams for their next use.</summary>
internal sealed class RelayContext(EventLoop loop, TimeProvider time, Http2Options options)
{
    private const int MostKept = 4096;

    private readonly Stack<RelayedStream> _streams = new();
    private HeaderBlock _received = new();
    private byte[] _encoded = new byte[4096];

    public EventLoop Loop { get; } = loop;

    public Http2Options Options { get; } = options;

    public WaitingLimit WaitingLimit { get; } = new(loop);

    public long ClockFrequency { get; } = time.TimestampFrequency;

    /// <summary>The header section that was decoded last.</summary>
    public HeaderBlock Received => _received;

    /// <summary>A header section of our own.</summary>
    public HeaderBlock Made { get; } = new();

    public HpackScratch Scratch { get; } = new();

    public Span<byte> EncodeBuffer(int length)
    {
        if (_encoded.Length < length)
        {
            _encoded = new byte[Math.Max(length, _encoded.Length * 2)];
        }

        return _encoded;
    }

    /// <summary>The section that was decoded last, for keeps; <paramref name="other"/> takes its place.</summary>
    public HeaderBlock TakeReceived(HeaderBlock other)
    {
        var received = _received;
        _received = other;
        return received;
    }

    /// <summary>Gives the section that was decoded last to a half, as its trailers.</summary>
    public Http2Error GiveReceived(StreamHalf half) => half.TakeTrailers(ref _received);

    public RelayedStream RentStream() => _streams.TryPop(out var stream) ? stream : new RelayedStream(this);

    public void Return(RelayedStream stream)
    {
        if (_streams.Count < MostKept)
        {
            _streams.Push(stream);
        }
    }
}
